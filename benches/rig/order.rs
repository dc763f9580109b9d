//! In which order the pages of a round are visited: after E. J. Williams (1949), so that none gains
//! by its place or by what comes before it.
//!
//! Never knows what the pages are.

use std::array;

/// In any four rounds that follow each other, each page is once at each place and once right after
/// each other page.
pub fn of_four(round: usize) -> [usize; 4] {
    array::from_fn(|at| ([0, 1, 3, 2][at] + round) % 4)
}

/// An odd number of pages takes twice as many rounds: in six of them all orders there are.
pub fn of_three(round: usize) -> [usize; 3] {
    let mut order = [0, 1, 2];
    order.rotate_left(round % 3);
    if round / 3 % 2 == 1 {
        order.reverse();
    }
    order
}
