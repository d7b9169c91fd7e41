/**
 * What people look at. Door: {@link io.github.diplograph.page.Dossier}.
 *
 * <p>Comes in: a corpus, and the texts of its articles. Goes out: the reviewer's page of an article, its text with what
 * was curated beside each passage, as HTML for people and as an object for programs. May import {@code graph} and
 * {@code report} and what these import.
 */
@NullMarked
package io.github.diplograph.page;

import org.jspecify.annotations.NullMarked;
