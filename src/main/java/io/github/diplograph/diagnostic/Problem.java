package io.github.diplograph.diagnostic;

/**
 * Every rule that a corpus can break, a constant each. The code is stable: it never changes its meaning and is never
 * used again.
 *
 * <p>DG0xx: reading files. DG1xx: the shape of an entry. DG2xx: names and identity. DG3xx: facts that cannot stand
 * together. DG4xx: evidence. DG5xx: vocabularies.
 */
public enum Problem {
    /** A file or folder cannot be read. */
    UNREADABLE_FILE("DG001", Severity.ERROR),
    /** A file is not UTF-8. */
    NOT_UTF8("DG002", Severity.ERROR),
    /** A file is not YAML 1.2, tabs in the indentation included. */
    YAML_SYNTAX("DG003", Severity.ERROR),
    /** A key stands twice in one mapping. */
    DUPLICATE_KEY("DG004", Severity.ERROR),
    /** A file holds more than one YAML document. */
    SEVERAL_DOCUMENTS("DG005", Severity.ERROR),
    /** Mappings and lists are nested too deeply. */
    TOO_DEEP("DG006", Severity.ERROR),
    /** Aliases multiply the file, or contain themselves. */
    ALIAS_BOMB("DG007", Severity.ERROR),
    /** A file is larger than Diplograph reads. */
    FILE_TOO_LARGE("DG008", Severity.ERROR),
    /** A file holds no YAML at all. */
    EMPTY_FILE("DG009", Severity.ERROR),
    /** A value carries a YAML tag; the vocabulary types values, tags do not. */
    YAML_TAG("DG010", Severity.ERROR),
    /** A folder has no {@code corpus.yaml}. */
    NOT_A_CORPUS("DG011", Severity.ERROR),

    /** A value has the wrong shape: a list where a text should be, and the like. */
    WRONG_SHAPE("DG101", Severity.ERROR),
    /** A key that the entry does not have. */
    UNKNOWN_KEY("DG102", Severity.ERROR),
    /** A key that the entry must have is not there. */
    MISSING_KEY("DG103", Severity.ERROR),
    /** A value is not of its key's type: a word where a number should be, and the like. */
    WRONG_VALUE("DG104", Severity.ERROR),
    /** A date that EDTF does not know, or no calendar has. */
    INVALID_DATE("DG105", Severity.ERROR),
    /** An id with characters that ids do not have. */
    INVALID_ID("DG106", Severity.ERROR),
    /** A verb that the vocabulary does not have. */
    UNKNOWN_VERB("DG107", Severity.ERROR),
    /** A word outside the list that the key admits: a status, a hedge, a comparator, a choice. */
    UNKNOWN_WORD("DG108", Severity.ERROR),
    /** An entity of no kind, of two kinds, or of a kind that the vocabulary does not have. */
    UNKNOWN_KIND("DG109", Severity.ERROR),
    /** A property that the vocabulary does not have, or not for that kind. */
    UNKNOWN_PROPERTY("DG110", Severity.ERROR),
    /** A key without a value. */
    EMPTY_VALUE("DG111", Severity.ERROR),
    /** An entry that states nothing. */
    EMPTY_ENTRY("DG112", Severity.ERROR),
    /** Keys that exclude each other. */
    KEYS_EXCLUDE("DG113", Severity.ERROR),

    /** A name that nothing has. */
    UNKNOWN_NAME("DG201", Severity.ERROR),
    /** A name that two things have exactly, both of kinds that the key admits. */
    AMBIGUOUS_NAME("DG202", Severity.ERROR),
    /** A name of a thing whose kind the key does not admit. */
    WRONG_KIND("DG203", Severity.ERROR),
    /** A verb between kinds that it does not join. */
    VERB_KINDS("DG204", Severity.ERROR),
    /** Two entries of one file with the same identity. */
    IDENTITY_COLLISION("DG205", Severity.ERROR),
    /** One id for two different things. */
    DUPLICATE_ID("DG206", Severity.ERROR),
    /** Definitions of one entity that differ in kind or in a single value. */
    DEFINITIONS_DIFFER("DG207", Severity.ERROR),
    /** {@code same as} that leads back to itself. */
    SAME_AS_CYCLE("DG208", Severity.ERROR),
    /** Two entities that may be one. */
    NEAR_DUPLICATE("DG209", Severity.WARNING),

    /** Named ballots that exceed the printed counts, or counts that contradict the result. */
    COUNTS_DIFFER("DG301", Severity.ERROR),
    /** One voter in two lists of one entry, or twice in one list. */
    VOTER_TWICE("DG302", Severity.ERROR),
    /** A voter that was no member of the body that day. */
    NOT_A_MEMBER("DG303", Severity.ERROR),
    /** Voters of a dataset that were no members of the body that day: counted, one warning a file. */
    NOT_A_MEMBER_IN_DATASET("DG304", Severity.WARNING),
    /** {@code others} that does not add up: no membership known, or not the number that was counted. */
    OTHERS_DO_NOT_ADD_UP("DG305", Severity.ERROR),
    /** A period that ends before it begins. */
    DATES_REVERSED("DG306", Severity.ERROR),
    /** Something that occurred only after the article that reports it. */
    AFTER_PUBLICATION("DG307", Severity.ERROR),
    /** Two holders at once of an office that one person holds. */
    TWO_HOLDERS("DG308", Severity.ERROR),
    /** An entry that contradicts itself. */
    CONTRADICTION("DG309", Severity.ERROR),

    /** Words that the article does not have. */
    WORDS_MISSING("DG401", Severity.ERROR),
    /** An entry of an article that cites none of its words. */
    NO_WORDS("DG402", Severity.WARNING),
    /** A text that has changed since its evidence was recorded. */
    TEXT_DRIFT("DG403", Severity.WARNING),
    /** Evidence that was recorded in a form that cannot be read. */
    INVALID_RECORD("DG404", Severity.ERROR),

    /** A vocabulary file that defines something wrongly. */
    INVALID_DEFINITION("DG501", Severity.ERROR),
    /** A vocabulary that defines a word twice. */
    DEFINED_TWICE("DG502", Severity.ERROR);

    private final String code;
    private final Severity severity;

    Problem(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /**
     * The stable code, such as {@code DG107}.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * Whether the rule must hold or should.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }
}
