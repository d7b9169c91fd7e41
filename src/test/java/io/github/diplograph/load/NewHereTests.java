package io.github.diplograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.diplograph.load.Difference.Changed;
import io.github.diplograph.load.Difference.Created;
import io.github.diplograph.load.Difference.Element;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewHereTests {

    private static final Element OLD = Element.node("Vote", "news/old");
    private static final Element NEW = Element.node("Vote", "news/new");
    private static final Element OLD_BALLOT = new Element("VOTED", "news/old|chad", "chad", "news/old");
    private static final Element NEW_BALLOT = new Element("VOTED", "news/new|chad", "chad", "news/new");
    private static final Element ADDED_BALLOT = new Element("VOTED", "news/old|mali", "mali", "news/old");

    private final NewHere newHere = new NewHere();

    private static Created created(Element element) {
        return new Created(element, Map.of(), List.of("news/first#vote"));
    }

    private static Changed changed(Element element) {
        return new Changed(element, element.word(), Map.of(), Map.of(), List.of("news/second#vote"), List.of());
    }

    @Test
    void what_was_there_changes() {
        newHere.note(List.of(created(NEW), created(NEW_BALLOT)));

        List<Difference> changes = List.of(changed(OLD), changed(OLD_BALLOT));

        assertThat(newHere.told(changes)).isEqualTo(changes);
    }

    @Test
    void what_was_created_is_not_told_of_again_and_neither_are_its_relationships() {
        newHere.note(List.of(created(NEW), created(NEW_BALLOT)));

        assertThat(newHere.told(List.of(changed(NEW), changed(OLD), changed(NEW_BALLOT))))
                .containsExactly(changed(OLD));
    }

    @Test
    void a_relationship_that_was_created_at_what_was_there_is_not_told_of_again() {
        newHere.note(List.of(changed(OLD), created(ADDED_BALLOT)));

        assertThat(newHere.told(List.of(changed(ADDED_BALLOT), changed(OLD_BALLOT))))
                .containsExactly(changed(OLD_BALLOT));
    }
}
