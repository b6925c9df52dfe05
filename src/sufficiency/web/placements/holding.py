"""Whether someone holds a post that a rule or an approval names."""

from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission
from sufficiency.web.placements.choices import ApprovalKind, Post
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import HeldPost

APPROVES = {
    ApprovalKind.OUT_OF_AREA: Post.NOMINATED,
    ApprovalKind.AT_A_DISTANCE: Post.DIRECTOR,
    ApprovalKind.KEY_STAGE_4: Post.NOMINATED,
}


def holders(authority: Authority, post: str) -> list[str]:
    """The names of those who hold a post now."""
    held = HeldPost.objects.of(authority).filter(post=post, ended_on=None)
    return list(held.order_by("user__name").values_list("user__name", flat=True))


def refuse_unless_held(by: Actor, post: str) -> None:
    """Refuse who does not hold a post, and say who does."""
    # A team manager is a role here; the other posts are few and named one by one.
    if by.user is None or (post == Post.TEAM_MANAGER and by.may(Permission.CHALLENGE_ANSWER)):
        return
    if HeldPost.objects.of(by.here).filter(post=post, user=by.user, ended_on=None).exists():
        return
    names = holders(by.here, post)
    who = (
        f"That is {' or '.join(names)}."
        if names
        else "Nobody is named for it: an administrator does, under Posts."
    )
    raise RefusedError(f"Only the {post} decides this. {who}")
