from sufficiency.web.ui.drawings import kept


def test_the_same_content_is_drawn_once(settings, tmp_path):
    drawn = []

    def draw():
        drawn.append(1)
        return f"<svg>{len(drawn)}</svg>"

    shows = ("line", str(tmp_path))  # a name of its own, whatever earlier runs left
    assert [kept(draw, shows=shows), kept(draw, shows=shows)] == ["<svg>1</svg>", "<svg>1</svg>"]
    assert kept(draw, shows=("line", str(tmp_path), "other figures")) == "<svg>2</svg>"
