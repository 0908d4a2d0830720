package org.aixin.quiz;

import java.util.List;
import java.util.Optional;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sheet;

/** A file or a pasted text with questions; what it is, is seen from what stands in it. */
record QuestionFile(Form form, List<Entry> entries) {
    /** Who laid it down how questions are written in it. */
    enum Form {
        /** Our own sheet, CSV or xlsx. */
        SHEET,
        /** Kahoot's spreadsheet template. */
        KAHOOT,
        /** Plain text with a line for each option and the answer below. */
        AIKEN
    }

    /** The questions in it; refused 422 {@code sheet_empty}, {@code sheet_header} and as {@link Sheet#read} says. */
    static QuestionFile of(byte[] file) {
        QuestionFile read = Sheet.text(file).filter(AikenText::isIn)
                .map(text -> new QuestionFile(Form.AIKEN, AikenText.entries(text)))
                .orElseGet(() -> of(Sheet.read(file)));
        if (read.entries.size() > Sheet.MOST_ROWS) {
            throw Problem.invalid("sheet_too_long", "body", Sheet.MOST_ROWS);
        }
        return read;
    }

    private static QuestionFile of(Sheet sheet) {
        Optional<KahootSheet> kahoot = KahootSheet.in(sheet);
        return kahoot.isPresent()
                ? new QuestionFile(Form.KAHOOT, kahoot.get().entries())
                : new QuestionFile(Form.SHEET, QuestionSheet.of(sheet).entries());
    }
}
