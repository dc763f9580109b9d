//! Text with links, emphasis, strong emphasis and code: all the markup that a
//! line may hold.
//!
//! Never parses and never prints HTML.

/// A run of marked-up text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inline(pub Vec<Span>);

/// A piece of an [`Inline`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Code, verbatim.
    Code(String),
    /// `*…*`
    Emphasis(Inline),
    /// `**…**`
    Strong(Inline),
    /// `[…](href)`, its scheme checked.
    Link {
        /// An absolute http, https or mailto address.
        href: String,
        /// What is shown of it.
        text: Inline,
    },
}

impl Inline {
    /// Text without any markup.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Span::Text(text.into())])
    }

    /// The words alone.
    #[must_use]
    pub fn to_plain(&self) -> String {
        let mut words = String::new();
        self.collect(&mut words);
        words
    }

    fn collect(&self, words: &mut String) {
        for span in &self.0 {
            match span {
                Span::Text(text) | Span::Code(text) => words.push_str(text),
                Span::Emphasis(inner) | Span::Strong(inner) | Span::Link { text: inner, .. } => {
                    inner.collect(words);
                }
            }
        }
    }
}
