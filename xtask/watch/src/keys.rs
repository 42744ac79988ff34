//! The keys that watch knows.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A letter is taken in lower case: who has caps lock on means the same.
    Char(char),
    Enter,
    Back,
    Quit,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}

impl Key {
    /// What the terminal says was pressed; `None` for what means nothing here.
    pub fn of(event: KeyEvent) -> Option<Key> {
        // Some terminals tell of the release too.
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        Some(match event.code {
            KeyCode::Char('c' | 'd') if control => Key::Quit,
            KeyCode::Char(_) if control => return None,
            KeyCode::Char(c) => Key::Char(c.to_ascii_lowercase()),
            KeyCode::Enter => Key::Enter,
            KeyCode::Esc | KeyCode::Backspace | KeyCode::Left => Key::Back,
            KeyCode::Up => Key::Up,
            KeyCode::Down => Key::Down,
            KeyCode::PageUp => Key::PageUp,
            KeyCode::PageDown => Key::PageDown,
            KeyCode::Home => Key::Home,
            KeyCode::End => Key::End,
            _ => return None,
        })
    }
}
