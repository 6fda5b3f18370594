"""What OpenCV writes into the environment is taken out again, and nothing else."""

from scanning.opencv import forget_opencv


def test_only_what_points_into_opencv_is_taken_out() -> None:
    environment = {
        "QT_QPA_PLATFORM_PLUGIN_PATH": "/lib/cv2/qt/plugins",
        "QT_QPA_FONTDIR": "/usr/share/fonts",
        "LD_LIBRARY_PATH": "/lib/cv2/../../lib64:/opt/scanner",
        "LANG": "vi_VN.UTF-8",
    }
    forget_opencv(environment, "/lib/cv2")
    assert environment == {
        "QT_QPA_FONTDIR": "/usr/share/fonts",
        "LD_LIBRARY_PATH": "/opt/scanner",
        "LANG": "vi_VN.UTF-8",
    }
