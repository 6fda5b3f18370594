"""Cards and sheets drawn for the scanning tests, with everything about them known."""

import numpy as np
import segno

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.practice import PracticeCardPicture
from scanning.practice_motion import Pose
from scanning.quad import Points

HUONG = (
    "000192000017|012345678|Nguyễn Thị Thùy Hương|15031992|Nữ|"
    "Số 8, ngõ 12 phố Mẫu, Phường Đống Đa, Thành phố Hà Nội|10052022"
)
MINH = "000202000026||Trần Đức Mỹ|08072002|Nam|Thôn 3, Xã Vũ Thư, Tỉnh Hưng Yên|22122021||||"

_MM = 12  # pixels a millimetre of a drawn card


def code(content: str | bytes, *, module: int = 4) -> Pixels:
    """Draw a QR code with its quiet zone, `module` pixels a module."""
    exact = content.encode() if isinstance(content, str) else content  # segno would choose Latin-1 if it can
    matrix = segno.make(exact, error="m", mode="byte", micro=False, boost_error=False).matrix_iter(border=4)
    dark = np.array([list(row) for row in matrix], np.uint8)
    return np.kron((1 - dark) * 255, np.ones((module, module), np.uint8)).astype(np.uint8)


def framed(gray: Pixels, size: tuple[int, int] = (1280, 720)) -> Frame:
    """Put a gray picture into the middle of a gray frame."""
    pixels = np.full((size[1], size[0]), 120, np.uint8)
    top, left = (size[1] - gray.shape[0]) // 2, (size[0] - gray.shape[1]) // 2
    pixels[top : top + gray.shape[0], left : left + gray.shape[1]] = gray
    return Frame(np.repeat(pixels[:, :, None], 3, axis=2))


def card(text: str) -> PracticeCardPicture:
    """Draw a white card whose front carries the text as a QR code of 15 mm."""
    face = np.full((54 * _MM, 1027, 3), 235, np.uint8)
    side = 15 * _MM
    qr = cv2.resize(code(text, module=8), (side, side), interpolation=cv2.INTER_AREA)
    face[4 * _MM : 4 * _MM + side, 1027 - 5 * _MM - side : 1027 - 5 * _MM] = qr[:, :, None]
    blank = Frame(np.full((54 * _MM, 1027, 3), 235, np.uint8))
    return PracticeCardPicture(front=Frame(face), back=blank, qr_side="front", label="card")


def sheet(*, coloured: bool = True) -> Frame:
    """Draw an A4 page of writing at 200 dpi, with a red stamp and a blue signature if coloured."""
    page = np.full((2339, 1654, 3), 255, np.uint8)
    for line in range(26):
        where = (190, 260 + 68 * line)
        cv2.putText(
            page, "Kinh gui Uy ban nhan dan xa", where, cv2.FONT_HERSHEY_COMPLEX, 1.5, (25, 25, 25), 3
        )
    if coloured:
        cv2.circle(page, STAMP, 150, RED, 14)
        cv2.line(page, (420, 2020), (760, 2160), BLUE, 10)
    return Frame(page)


STAMP = (1180, 2090)
RED = (40, 30, 205)
BLUE = (190, 60, 30)


def lying(roll: float, tilt: tuple[float, float], *, size_mm: tuple[float, float] = (210, 297)) -> Points:
    """Give the corners of a sheet that lies under the camera, clockwise from its own top left."""
    pose = Pose(0.0, 0.0, scale=0.66 / max(size_mm) * 0.95, roll=roll, tilt=tilt, defocus=0)
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * np.array(size_mm) / 2
    seen = cv2.perspectiveTransform(half[None], pose.lens((1440, 1080)))
    return np.asarray(seen[0], np.float64)


def on_desk(page: Frame, corners: Points, desk: tuple[int, int, int]) -> Frame:
    """Lay a page with its corners at given places of a 1440×1080 desk of one colour, lit from the left."""
    width, height = 1440, 1080
    full = np.array([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]], np.float32)
    lens = cv2.getPerspectiveTransform(full, corners.astype(np.float32))
    small = cv2.GaussianBlur(page.pixels, (0, 0), 1.2)
    seen = np.asarray(cv2.warpPerspective(small, lens, (width, height)), np.float32)
    cover = np.zeros((height, width), np.uint8)
    cv2.fillConvexPoly(cover, np.asarray(np.rint(corners * 16), np.int32), 255, cv2.LINE_AA, 4)
    share = cover[..., None].astype(np.float32) / 255
    shadow = (
        cv2.GaussianBlur(np.roll(cover, (7, 5), axis=(0, 1)), (0, 0), 7)[..., None].astype(np.float32) / 255
    )
    room = np.array(desk, np.float32) * (1 - 0.4 * shadow)
    light = np.linspace(0.98, 0.72, width, dtype=np.float32)[None, :, None]
    noise = np.random.default_rng(7).normal(0, 2.5, (height // 8, width // 8, 3)).astype(np.float32)
    scene = (room * (1 - share) + seen * 0.95 * share) * light + np.tile(noise, (8, 8, 1))
    return Frame(np.clip(scene, 0, 255).astype(np.uint8))
