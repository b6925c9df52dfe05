"""No module needs itself by way of others: what can be read alone can be changed alone."""

from graphlib import TopologicalSorter

import grimp


def test_no_modules_import_each_other():
    graph = grimp.build_graph("sufficiency", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError, which names the modules in the circle
    assert len(imports) > 100
