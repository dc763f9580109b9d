//! In place of the crate of this name, which Leptos brings along for server
//! functions: a résumé has none.
//!
//! That crate's classes are exported to JavaScript, so that no optimiser may
//! take them out of the app, where nobody uses them. This has no more of it
//! than has to be there for Leptos to compile, and holds nothing that runs.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream that nobody can have.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

/// What nobody can read from it.
#[derive(Debug)]
pub struct IntoStream(Infallible);

impl ReadableStream {
    /// The browser's stream.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Where there are no server functions, this is not called.
    ///
    /// # Panics
    ///
    /// Always.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        unreachable!("no server function asks for {raw:?}")
    }

    /// Where there are no server functions, this is not called.
    ///
    /// # Panics
    ///
    /// Always.
    #[must_use]
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("no server function sends a stream")
    }

    /// Where there are no server functions, this is not called.
    ///
    /// # Panics
    ///
    /// Always.
    #[must_use]
    pub fn into_stream(self) -> IntoStream {
        unreachable!("no server function answers with a stream")
    }
}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0 {}
    }
}
