//! What a key does in a table.

use crate::ui::grid::select::Move;

/// Whether something is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// No: the cursor moves from cell to cell.
    No,
    /// The first key replaced the cell: arrows take it over and move on.
    Replacing,
    /// Opened with F2 or a double click: arrows move within the text.
    Within,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Moves the cursor, or the end of the selection.
    Go {
        /// Where to.
        to: Move,
        /// Whether the selection grows.
        is_extending: bool,
    },
    /// Takes over what is typed, and moves on.
    Take(Move),
    /// Throws away what is typed.
    Cancel,
    /// Opens the cell for typing within its text.
    Open,
    /// Empties the selected cells.
    Clear,
    /// Repeats the selection's first row in the others.
    FillDown,
    /// Selects everything.
    SelectAll,
    /// Lets the next Tab leave the table.
    Release,
}

/// The command of a key; none leaves it to the browser. `n_page` is how many rows are in sight.
pub fn command(
    key: &str,
    is_ctrl: bool,
    is_shift: bool,
    typing: Typing,
    n_page: usize,
) -> Option<Command> {
    match typing {
        Typing::No => moving(key, is_ctrl, is_shift, n_page),
        Typing::Replacing => typed(key, is_shift).or_else(|| {
            let to = arrow(key).filter(|_| !is_ctrl && !is_shift)?;
            Some(Command::Take(to))
        }),
        Typing::Within => typed(key, is_shift),
    }
}

fn typed(key: &str, is_shift: bool) -> Option<Command> {
    match key {
        "Enter" => Some(Command::Take(if is_shift { Move::Up } else { Move::Down })),
        "Tab" => Some(Command::Take(if is_shift { Move::Previous } else { Move::Next })),
        "Escape" => Some(Command::Cancel),
        _ => None,
    }
}

fn moving(key: &str, is_ctrl: bool, is_shift: bool, n_page: usize) -> Option<Command> {
    let to = match key {
        "ArrowUp" if is_ctrl => Move::Top,
        "ArrowDown" if is_ctrl => Move::Bottom,
        "ArrowLeft" if is_ctrl => Move::RowStart,
        "ArrowRight" if is_ctrl => Move::RowEnd,
        "Home" if is_ctrl => Move::First,
        "End" if is_ctrl => Move::Last,
        "Home" => Move::RowStart,
        "End" => Move::RowEnd,
        "PageUp" => Move::PageUp(n_page),
        "PageDown" => Move::PageDown(n_page),
        "Enter" => return Some(go(if is_shift { Move::Up } else { Move::Down })),
        "Tab" => return Some(go(if is_shift { Move::Previous } else { Move::Next })),
        "F2" => return Some(Command::Open),
        "Delete" | "Backspace" => return Some(Command::Clear),
        "Escape" => return Some(Command::Release),
        "d" | "D" if is_ctrl => return Some(Command::FillDown),
        "a" | "A" if is_ctrl => return Some(Command::SelectAll),
        _ => arrow(key)?,
    };
    Some(Command::Go { to, is_extending: is_shift })
}

fn go(to: Move) -> Command {
    Command::Go { to, is_extending: false }
}

fn arrow(key: &str) -> Option<Move> {
    match key {
        "ArrowUp" => Some(Move::Up),
        "ArrowDown" => Some(Move::Down),
        "ArrowLeft" => Some(Move::Left),
        "ArrowRight" => Some(Move::Right),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_do_what_they_do_in_a_spreadsheet() {
        let no = |key, is_ctrl, is_shift| command(key, is_ctrl, is_shift, Typing::No, 12);
        assert_eq!(no("ArrowDown", false, false), Some(go(Move::Down)));
        assert_eq!(
            no("ArrowDown", false, true),
            Some(Command::Go { to: Move::Down, is_extending: true })
        );
        assert_eq!(no("ArrowRight", true, false), Some(go(Move::RowEnd)));
        assert_eq!(no("End", true, false), Some(go(Move::Last)));
        assert_eq!(no("PageDown", false, false), Some(go(Move::PageDown(12))));
        assert_eq!(no("Enter", false, true), Some(go(Move::Up)));
        assert_eq!(no("Tab", false, false), Some(go(Move::Next)));
        assert_eq!(no("d", true, false), Some(Command::FillDown));
        assert_eq!(no("Delete", false, false), Some(Command::Clear));
        assert_eq!(no("5", false, false), None);
        assert_eq!(no("z", true, false), None);
    }

    #[test]
    fn while_typing_arrows_depend_on_how_it_began() {
        let down = Some(Command::Take(Move::Down));
        assert_eq!(command("ArrowDown", false, false, Typing::Replacing, 1), down);
        assert_eq!(command("ArrowDown", false, false, Typing::Within, 1), None);
        assert_eq!(command("Enter", false, false, Typing::Within, 1), down);
        assert_eq!(command("Escape", false, false, Typing::Replacing, 1), Some(Command::Cancel));
        assert_eq!(command("Home", false, false, Typing::Replacing, 1), None);
        assert_eq!(command("Delete", false, false, Typing::Within, 1), None);
    }
}
