package io.github.diplograph.evidence;

import java.io.StringWriter;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The record as JSON: sorted as its maps are, indented, line breaks the same on every system. */
final class RecordWriter {

    private RecordWriter() {}

    static String write(SortedMap<String, EvidenceRecord.Claim> claims) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("version", EvidenceRecord.VERSION);
            json.writeObjectPropertyStart("claims");
            for (Map.Entry<String, EvidenceRecord.Claim> claim : claims.entrySet()) {
                json.writeObjectPropertyStart(claim.getKey());
                json.writeStringProperty("text", claim.getValue().text());
                json.writeObjectPropertyStart("words");
                for (Map.Entry<String, EvidenceRecord.Found> words :
                        claim.getValue().words().entrySet()) {
                    write(json, words.getKey(), words.getValue());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, String words, EvidenceRecord.Found found) {
        json.writeObjectPropertyStart(words);
        json.writeStringProperty("outcome", found.outcome().toString());
        json.writeArrayPropertyStart("offsets");
        for (int offset : found.offsets()) {
            json.writeNumber(offset);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
