"""`acquis completion`: what a shell needs to complete commands, options and addresses."""

import click

from acquis.cli._options import verb
from acquis.cli._print import put

_SHELLS = ("bash", "zsh", "fish")


@verb(
    "completion",
    ("acquis completion bash > ~/.local/share/bash-completion/completions/acquis", "bash, for good"),
    ("acquis completion fish > ~/.config/fish/completions/acquis.fish", "fish, for good"),
    ('eval "$(acquis completion zsh)"', "zsh, in this window; in ~/.zshrc for good"),
)
@click.argument("shell", type=click.Choice(_SHELLS), help="bash, zsh or fish.")
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Prints the completion script of a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    put(kind(ctx.find_root().command, {}, "acquis", "_ACQUIS_COMPLETE").source())
