"""The camera in the window: newest frame first, lost and found again, let go at the end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from threading import Event  # noqa: TID251 - a camera is held at a gate here
from weakref import ref

import numpy as np
import pytest
import segno
from crafts.scanning.type_scenes import ZONE as LINES
from crafts.scanning.type_scenes import held, zone_card
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.mrz import MachineReadableZone, read_zone
from counter_app.ui.camera_loop import CameraLoop, Rest
from counter_app.ui.card_reading import Look, ZoneBeside
from counter_app.ui.looking import Looking, News, Seen
from counter_app.ui.tasks import Lane, Tasks
from scanning.camera_facts import CameraFacts
from scanning.errors import CameraLost, CameraUnavailable
from scanning.frames import Frame, decode_picture
from scanning.payload import Payload
from scanning.qr import read_codes
from scanning.view import ViewHint

LIMIT_S = 5.0
PAYLOAD = "000199000017||Nguyễn Thị Ví Dụ|15031999|Nữ|Số 1 đường Mẫu|01072021"


def zone() -> MachineReadableZone:
    read = read_zone("\n".join(LINES))
    assert read is not None
    return read


ZONE = zone()


def plain(gray: int) -> Frame:
    return Frame(np.full((240, 320, 3), gray, np.uint8))


def card() -> Frame:
    picture = BytesIO()
    segno.make(PAYLOAD, error="m").save(picture, kind="png", scale=4, border=6)
    return decode_picture(picture.getvalue())


@dataclass
class FakeCamera:
    """Gives what it was told to, with rising times, and then nothing new; an error in the row is raised."""

    row: list[Frame | Exception]
    name: str = "fake"
    autofocus: bool = False
    closed: Event = field(default_factory=Event)
    may_close: Event | None = None
    may_read: Event | None = None
    given: int = 0

    def read(self) -> Frame | None:
        """Give the next of the row, or hang as a network camera does."""
        if self.may_read is not None:
            assert self.may_read.wait(LIMIT_S)
        if self.given >= len(self.row):
            return None
        now = self.row[self.given]
        self.given += 1
        if isinstance(now, Exception):
            raise now
        return Frame(now.pixels, float(self.given))

    def close(self) -> None:
        """Remember that it was let go, as slowly as the test wants it."""
        if self.may_close is not None:
            assert self.may_close.wait(LIMIT_S)
        self.closed.set()


@pytest.fixture
def make_loop(qapp: object) -> Iterator[Callable[..., CameraLoop]]:  # noqa: ARG001 - signals need an application
    tasks, loops = Tasks(), []

    def make(*cameras: FakeCamera | CameraUnavailable) -> CameraLoop:
        waiting = list(cameras)

        def open_camera() -> FakeCamera:
            camera = waiting.pop(0)
            if isinstance(camera, CameraUnavailable):
                raise camera
            return camera

        loops.append(CameraLoop(lambda _: open_camera(), "fake", tasks, retry_s=0.01))
        return loops[-1]

    yield make
    for loop in loops:
        loop.close()
    tasks.close()


def test_a_card_is_read_once_while_it_stays_in_view(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    camera = FakeCamera([card()] * 6)
    read: list[str] = []
    loop = make_loop(camera)
    loop.payload_read.connect(read.append)
    with qtbot.waitSignal(loop.payload_read):
        loop.start(codes=True)
    qtbot.waitUntil(lambda: camera.given == 6)
    loop.stop()
    assert read == [PAYLOAD]


def test_the_picture_is_shown_whole_and_kept_for_taking(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    loop = make_loop(FakeCamera([plain(90)]))
    with qtbot.waitSignal(loop.frame_ready) as shown:
        loop.start(codes=False)
    image = shown.args[0]
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (320, 240)
    assert image.pixelColor(5, 5).red() == 90
    assert loop.newest is not None
    assert loop.newest.width == 320


def test_frames_that_nobody_has_taken_make_way_for_the_newest(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    camera = FakeCamera([plain(gray) for gray in range(10, 110, 10)])
    loop, shown = make_loop(camera), []
    loop.frame_ready.connect(lambda image: shown.append(image.pixelColor(0, 0).red()))
    opened = Event()
    loop.camera_opened.connect(opened.set)
    loop.start(codes=False)
    while camera.given < 10:  # the GUI thread does not turn meanwhile
        camera.closed.wait(0.001)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown[-1] == 100
    assert len(shown) <= 2


def test_a_screen_that_takes_nothing_is_told_once_of_what_waits() -> None:
    camera = FakeCamera([plain(20)] * 50)
    told: list[News] = []
    looking = Looking(lambda: camera, 0.01, tell=told.append, after=None)
    looking.begin()
    while camera.given < 50:
        camera.closed.wait(0.001)
    looking.end()
    looking.thread.join(LIMIT_S)
    assert told.count(Seen()) == 1


def test_a_lost_camera_is_told_and_tried_again_until_it_is_back(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    first, second = FakeCamera([plain(20), CameraLost("fake")]), FakeCamera([plain(200)])
    lost: list[Exception] = []
    shown: list[int] = []
    loop = make_loop(first, CameraUnavailable("fake"), second)
    loop.camera_lost.connect(lost.append)
    loop.frame_ready.connect(lambda image: shown.append(image.pixelColor(0, 0).red()))
    loop.start(codes=False)
    qtbot.waitUntil(lambda: 200 in shown)
    assert [type(error) for error in lost] == [CameraLost, CameraUnavailable]
    assert first.closed.is_set()


def test_a_camera_that_breaks_as_nobody_foresaw_is_lost_announced_once_and_tried_again(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    first, second = FakeCamera([plain(20), KeyError()]), FakeCamera([KeyError()])
    loop = make_loop(first, second, FakeCamera([plain(200)]))
    lost: list[tuple[str, Frame | None]] = []
    failures: list[Exception] = []
    shown: list[int] = []
    loop.camera_lost.connect(lambda error: lost.append((error.source, loop.newest)))
    loop._tasks.untaken_failure.connect(failures.append)
    loop.frame_ready.connect(lambda image: shown.append(image.pixelColor(0, 0).red()))
    loop.start(codes=False)
    qtbot.waitUntil(lambda: 200 in shown)
    assert lost == [("fake", None), ("fake", None)]
    assert [type(error) for error in failures] == [KeyError]
    assert first.closed.is_set()


def test_a_stopped_camera_is_let_go_and_says_nothing_more(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    camera = FakeCamera([plain(20)])
    loop = make_loop(camera)
    with qtbot.waitSignal(loop.frame_ready):
        loop.start(codes=False)
    loop.frame_ready.connect(lambda _: pytest.fail("a stopped camera showed a frame"))
    camera.row.extend([plain(30)] * 5)
    loop.stop()
    assert loop.newest is None
    assert camera.closed.wait(LIMIT_S)
    qtbot.wait(0)


def test_starting_again_waits_until_the_device_is_free(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    let_go = Event()
    first, second = FakeCamera([plain(20)], may_close=let_go), FakeCamera([plain(200)])
    loop, free = make_loop(first, second), []
    with qtbot.waitSignal(loop.frame_ready):
        loop.start(codes=False)
    loop.stop()
    loop.camera_opened.connect(lambda: free.append(first.closed.is_set()))
    with qtbot.assertNotEmitted(loop.camera_opened, wait=30):
        loop.start(codes=False)
    with qtbot.waitSignal(loop.frame_ready):
        let_go.set()
    assert free == [True]


def test_the_camera_rests_while_anything_asks_for_it_and_comes_back_by_itself(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    first, second = FakeCamera([plain(20)]), FakeCamera([plain(200)])
    loop = make_loop(first, second)
    with qtbot.waitSignal(loop.frame_ready):
        loop.start(codes=True)
    loop.rest(Rest.HIDDEN, resting=True)
    loop.rest(Rest.LOCKED, resting=True)
    assert first.closed.wait(LIMIT_S)
    assert loop.newest is None
    with qtbot.assertNotEmitted(loop.opening):
        loop.rest(Rest.HIDDEN, resting=False)
        loop.start(codes=True)
    with qtbot.waitSignal(loop.frame_ready):
        loop.rest(Rest.LOCKED, resting=False)


def test_a_camera_that_nobody_wants_stays_off_after_a_rest(make_loop: Callable[..., CameraLoop]) -> None:
    loop = make_loop()
    loop.rest(Rest.LOCKED, resting=True)
    loop.opening.connect(lambda: pytest.fail("opened, wanted by nobody"))
    loop.rest(Rest.LOCKED, resting=False)


def test_another_camera_is_looked_through_at_once_though_the_last_one_hangs(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    wakes = Event()
    hanging, other = FakeCamera([plain(20)], may_read=wakes), FakeCamera([plain(200)])
    loop = make_loop(hanging, other)
    with qtbot.waitSignal(loop.camera_opened):
        loop.start(codes=False)
    shown: list[int] = []
    loop.frame_ready.connect(lambda image: shown.append(image.pixelColor(0, 0).red()))
    with qtbot.waitSignal(loop.frame_ready):
        loop.switch("other")
    wakes.set()
    assert hanging.closed.wait(LIMIT_S)
    qtbot.wait(0)
    assert shown == [200]


def test_closing_does_not_wait_for_a_camera_that_hangs(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    wakes = Event()
    hanging = FakeCamera([plain(20)], may_read=wakes)
    loop = make_loop(hanging)
    with qtbot.waitSignal(loop.camera_opened):
        loop.start(codes=False)
    loop.close()
    assert not hanging.closed.is_set()
    wakes.set()
    assert hanging.closed.wait(LIMIT_S)


def test_what_the_camera_gives_is_told_once_it_is_measured(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    loop = make_loop(FakeCamera([plain(20)] * 3, autofocus=True))
    measured: list[CameraFacts] = []
    loop.measured.connect(measured.append)
    loop.start(codes=False)
    qtbot.waitUntil(lambda: len(measured) == 2)
    assert measured[-1] == CameraFacts(320, 240, 1, autofocus=True)


def test_three_thousand_frames_leave_nothing_behind(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    camera = FakeCamera([plain(90)] * 3000)
    loop, alive = make_loop(camera), []
    loop.frame_ready.connect(lambda _: alive.append(ref(loop.newest.pixels) if loop.newest else None))
    loop.start(codes=True)
    qtbot.waitUntil(lambda: camera.given == 3000, timeout=60_000)
    loop.stop()
    qtbot.waitUntil(lambda: not loop._decoding)
    assert len(alive) > 3
    qtbot.waitUntil(lambda: all(frame is not None and frame() is None for frame in alive))


def test_darkness_is_hinted_at_once_two_looks_agree_and_taken_back_with_the_camera(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    camera = FakeCamera([])
    hints: list[ViewHint | None] = []
    loop = make_loop(camera)
    loop.hint_changed.connect(hints.append)
    loop.start(codes=True)

    def dark_again() -> bool:
        camera.row.append(plain(3))
        return bool(hints)

    qtbot.waitUntil(dark_again)
    loop.stop()
    assert hints == [ViewHint.TOO_DARK, None]


def test_one_dark_look_between_bright_ones_is_no_hint(make_loop: Callable[..., CameraLoop]) -> None:
    loop, dark = make_loop(FakeCamera([])), ViewHint.TOO_DARK
    hints: list[ViewHint | None] = []
    loop.hint_changed.connect(hints.append)
    loop.start(codes=True)
    for at, hint in enumerate((None, dark, None, dark)):
        loop._on_looked(Look(float(at), (), hint))
    assert hints == []
    loop._on_looked(Look(9.0, (), dark))
    assert hints == [ViewHint.TOO_DARK]


def test_a_card_left_lying_does_not_begin_the_next_visit_until_it_is_laid_down_again(
    make_loop: Callable[..., CameraLoop],
) -> None:
    read: list[str] = []
    loop = make_loop(FakeCamera([]), FakeCamera([]))
    loop.payload_read.connect(read.append)
    lying, gone = read_codes(card()), ()
    loop.start(codes=True)
    loop._on_looked(Look(1.0, lying, None))
    loop.stop()
    loop.start(codes=True)
    for at in (60.0, 60.5, 63.0, 66.0):
        loop._on_looked(Look(at, lying, None))
    assert read == [PAYLOAD]
    for at, payloads in ((67.0, gone), (68.5, gone), (69.0, lying)):
        loop._on_looked(Look(at, payloads, None))
    assert read == [PAYLOAD, PAYLOAD]


def test_the_same_card_laid_down_anew_begins_a_visit(make_loop: Callable[..., CameraLoop]) -> None:
    read: list[str] = []
    loop = make_loop(FakeCamera([]), FakeCamera([]))
    loop.payload_read.connect(read.append)
    loop.start(codes=True)
    loop._on_looked(Look(1.0, read_codes(card()), None))
    loop.stop()
    loop.start(codes=True)
    for at in (60.0, 61.4, 62.8, 63.9, 64.1):
        loop._on_looked(Look(at, (), None))
    loop._on_looked(Look(64.2, read_codes(card()), None))
    assert read == [PAYLOAD, PAYLOAD]


def test_a_card_left_lying_is_held_back_however_long_the_camera_hunts_for_it(
    make_loop: Callable[..., CameraLoop],
) -> None:
    read: list[str] = []
    loop = make_loop(FakeCamera([]), FakeCamera([]))
    loop.payload_read.connect(read.append)
    lying, hunting = read_codes(card()), ViewHint.OUT_OF_FOCUS
    loop.start(codes=True)
    loop._on_looked(Look(1.0, lying, None))
    loop.stop()
    loop.start(codes=True)
    for at, payloads, hint in ((60.0, (), None), (62.5, (), None), (69.0, (), hunting), (69.1, lying, None)):
        loop._on_looked(Look(at, payloads, hint))
    for at, payloads, hint in ((75.0, (), hunting), (85.0, (), None), (85.1, lying, None)):
        loop._on_looked(Look(at, payloads, hint))
    assert read == [PAYLOAD]


def test_a_card_left_lying_on_its_face_does_not_begin_the_next_visit_either(
    make_loop: Callable[..., CameraLoop],
) -> None:
    read: list[str] = []
    zones: list[MachineReadableZone] = []
    loop = make_loop(FakeCamera([]), FakeCamera([]))
    loop.payload_read.connect(read.append)
    loop.zone_read.connect(zones.append)
    loop.start(codes=True)
    loop._on_looked(Look(1.0, read_codes(card()), None))
    loop.stop()
    loop.start(codes=True)
    for at in (60.0, 61.0, 61.4):
        loop._on_looked(Look(at, (), None, ZONE))
    assert (read, zones) == ([PAYLOAD], [])
    for at, lines in ((63.0, None), (64.0, None), (70.0, ZONE), (70.4, ZONE), (70.8, ZONE)):
        loop._on_looked(Look(at, (), None, lines))
    assert zones == [ZONE]


def test_a_look_in_flight_when_the_next_citizen_is_called_says_nothing_to_them(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    before, after, gate = FakeCamera([card()]), FakeCamera([plain(90)]), Event()
    loop = make_loop(before, after)
    loop.payload_read.connect(lambda _: pytest.fail("read for the citizen before"))
    loop._tasks.run(Lane.EYES, lambda: gate.wait(LIMIT_S), owner=loop, done=lambda _: None)
    loop.start(codes=True)
    qtbot.waitUntil(lambda: loop._decoding)
    loop.stop()
    with qtbot.waitSignal(loop.frame_ready):
        loop.start(codes=True)
    gate.set()
    qtbot.waitUntil(lambda: not loop._decoding)


def test_a_back_held_to_the_camera_is_read_where_no_code_is(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    back, camera = held(zone_card(), 4), FakeCamera([])
    read: list[MachineReadableZone] = []
    loop = make_loop(camera)
    loop.zone_read.connect(read.append)
    loop.start(codes=True)

    def looks_again() -> bool:
        if camera.given == len(camera.row) and not loop._decoding:
            camera.row.append(back)  # a second later
        return bool(read)

    qtbot.waitUntil(looks_again, timeout=30_000)
    assert read == [ZONE]


def test_of_two_cards_none_is_taken(make_loop: Callable[..., CameraLoop]) -> None:
    loop = make_loop(FakeCamera([]))
    loop.payload_read.connect(lambda _: pytest.fail("one of two cards was taken"))
    loop.zone_read.connect(lambda _: pytest.fail("one of two cards was taken"))
    loop.start(codes=True)
    for at in (1.0, 1.4, 1.8):
        loop._on_looked(Look(at, read_codes(card()), ViewHint.TWO_CARDS, ZONE, two_cards=True))


def test_the_lines_beside_a_code_are_told_after_it_though_the_camera_was_stopped_by_it(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    loop = make_loop(FakeCamera([]))
    both = PAYLOAD + "|Nguyễn Văn Mẫu|Trần Thị Mẫu||"
    code = Payload.of(both.encode(), ((0, 0), (1, 0), (1, 1), (0, 1)), "zxing")
    loop.payload_read.connect(lambda _: loop.stop())
    loop.start(codes=True)
    with qtbot.waitSignal(loop.zone_beside) as told:
        loop._on_looked(Look(1.0, (code,), None, frame=held(zone_card(), 4)))
    assert told.args == [ZoneBeside(CitizenId(PAYLOAD[:12]), ZONE)]


def test_codes_are_left_alone_where_they_are_not_wanted(
    make_loop: Callable[..., CameraLoop], qtbot: QtBot
) -> None:
    frames: list[QImage] = []
    loop = make_loop(FakeCamera([card()] * 5))
    loop.payload_read.connect(lambda _: pytest.fail("a code was read that nobody wanted"))
    loop.frame_ready.connect(frames.append)
    loop.start(codes=False)
    qtbot.waitUntil(lambda: bool(frames))
    loop.close()
