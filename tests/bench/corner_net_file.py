"""Writes the net that finds corners as an ONNX file such as OpenCV's own DNN module reads."""

from pathlib import Path

import numpy as np
import onnx  # type: ignore[import-not-found]  # only where nets are trained
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

_Reals = NDArray[np.float32]


class _Graph:
    """Collect the steps of the net one after another; a step is named by its number."""

    def __init__(self, weights: list[_Reals]) -> None:
        self._weights = iter(weights)
        self.nodes: list[onnx.NodeProto] = []
        self.values: list[onnx.TensorProto] = []

    def conv(self, before: str, stride: int = 1) -> str:
        kernel, bias = next(self._weights), next(self._weights)
        turned = np.ascontiguousarray(kernel.transpose(3, 2, 0, 1))
        name = f"conv{len(self.nodes)}"
        self.values += [
            numpy_helper.from_array(turned, name + "w"),
            numpy_helper.from_array(bias, name + "b"),
        ]
        reach = kernel.shape[0]
        return self.step(
            "Conv",
            [before, name + "w", name + "b"],
            kernel_shape=[reach, reach],
            strides=[stride] * 2,
            pads=[reach // 2] * 4,
        )

    def relu(self, before: str) -> str:
        return self.step("Relu", [before])

    def plus(self, one: str, other: str) -> str:
        return self.step("Add", [one, other])

    def twice(self, before: str) -> str:
        scale = f"scale{len(self.nodes)}"
        self.values.append(numpy_helper.from_array(np.array([1, 1, 2, 2], np.float32), scale))
        return self.step(
            "Resize",
            [before, "", scale],
            mode="nearest",
            coordinate_transformation_mode="asymmetric",
            nearest_mode="floor",
        )

    def step(self, kind: str, before: list[str], **settings: object) -> str:
        name = f"step{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, before, [name], **settings))
        return name


def save_net(weights: list[_Reals], path: Path, side: int) -> None:
    """Write the net (kernels HWIO and biases in turn) for BGR pictures of ``side`` pixels."""
    graph = _Graph(weights)
    x = graph.relu(graph.conv("picture", 2))
    levels = []
    for blocks in (1, 2, 2):
        x = graph.relu(graph.conv(x, 2))
        for _ in range(blocks):
            x = graph.plus(x, graph.relu(graph.conv(x)))
        levels.append(x)
    for level in levels[-2::-1]:
        x = graph.relu(graph.conv(graph.plus(graph.twice(graph.conv(x)), level)))
    said = graph.step("Sigmoid", [graph.conv(x)])
    seen = helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, side, side])
    told = helper.make_tensor_value_info(said, TensorProto.FLOAT, [1, 3, side // 4, side // 4])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "corners", [seen], [told], graph.values),
        opset_imports=[helper.make_opsetid("", 13)],
    )
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)
