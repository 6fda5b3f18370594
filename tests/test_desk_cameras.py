"""The cameras of a desk: named by the settings, offered by name, and what is chosen is there the next day."""

from __future__ import annotations

from pathlib import Path

import pytest
from journeys.driver import FONTS
from services.people import TODAY, population, words

from counter_app.bootstrap.cameras import DeskCameras
from counter_app.bootstrap.hall import SpecimenHall, held_cards
from counter_app.config import SETTINGS_FILE, Settings, read_settings
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.specimen.guests import Guests
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.camera_port import PRACTICE_CAMERA, CameraChoice
from scanning.develop import develop
from scanning.errors import CameraUnavailable
from scanning.text import TextReader

ADDRESS = "rtsp://official:secret@10.0.0.7/1"
SHOWN = "rtsp://10.0.0.7/1"


@pytest.fixture(scope="module")
def hall() -> SpecimenHall:
    held = held_cards(population(), words())[:1]
    people = SpecimenPopulation(population(), SystemClock())
    return SpecimenHall(held, people, Guests((), words(), TODAY), FONTS)


def cameras_of(folder: Path, hall: SpecimenHall) -> DeskCameras:
    """Start the desk's cameras as a new day does."""
    path = folder / SETTINGS_FILE
    return DeskCameras(path, read_settings(path), hall)


def test_a_fresh_desk_looks_through_the_practice_camera(tmp_path: Path, hall: SpecimenHall) -> None:
    cameras = cameras_of(tmp_path, hall)
    assert cameras.choice == CameraChoice(PRACTICE_CAMERA, mirrored=False)
    assert cameras.offered()[-1] == PRACTICE_CAMERA
    assert cameras.open(PRACTICE_CAMERA) is hall.camera()


def test_what_was_chosen_is_chosen_the_next_day_by_name(tmp_path: Path, hall: SpecimenHall) -> None:
    cameras_of(tmp_path, hall).keep(CameraChoice("HD Webcam", mirrored=True))
    assert cameras_of(tmp_path, hall).choice == CameraChoice("HD Webcam", mirrored=True)


def test_an_address_is_shown_without_its_password_and_never_lost(tmp_path: Path, hall: SpecimenHall) -> None:
    (tmp_path / SETTINGS_FILE).write_text(f'camera = "{ADDRESS}"')
    cameras = cameras_of(tmp_path, hall)
    assert SHOWN in cameras.offered()
    assert "secret" not in "".join(cameras.offered())
    cameras.keep(CameraChoice("HD Webcam", mirrored=False))
    next_day = cameras_of(tmp_path, hall)
    assert SHOWN in next_day.offered()
    next_day.keep(CameraChoice(SHOWN, mirrored=False))
    assert read_settings(tmp_path / SETTINGS_FILE) == Settings(camera=ADDRESS, cameras=(ADDRESS,))


def test_a_mirror_alone_adds_no_camera_to_the_settings(tmp_path: Path, hall: SpecimenHall) -> None:
    (tmp_path / SETTINGS_FILE).write_text(f'camera = "{ADDRESS}"')
    cameras_of(tmp_path, hall).keep(CameraChoice(SHOWN, mirrored=True))
    assert read_settings(tmp_path / SETTINGS_FILE) == Settings(camera=ADDRESS, mirror=True)


def test_a_remembered_camera_that_is_not_plugged_in_is_unavailable_by_its_name(
    tmp_path: Path, hall: SpecimenHall
) -> None:
    with pytest.raises(CameraUnavailable) as refusal:
        cameras_of(tmp_path, hall).open("HD Webcam")
    assert refusal.value.source == "HD Webcam"


def test_practice_papers_name_who_was_called_last(hall: SpecimenHall) -> None:
    (person,) = hall.people()
    hall.call(person.index)
    read = TextReader().read(develop(hall.sheet("lease")).straight)
    assert person.label.partition(" · ")[0].upper() in read.text.upper()
