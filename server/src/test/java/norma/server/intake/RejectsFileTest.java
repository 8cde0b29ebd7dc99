package norma.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import norma.diagnostics.Text;
import org.junit.jupiter.api.Test;

class RejectsFileTest {

    @Test
    void writesOneLineForEachReasonInTheLanguageOfTheReader() throws IOException {
        StringWriter text = new StringWriter();
        try (RejectsFile file = new RejectsFile(text, Locale.forLanguageTag("ru"))) {
            file.accept(new Rejection(
                    "deals.csv", 7, "amount", "1,5", Reason.NOT_A_NUMBER, new Text("not a number", "не число")));
            file.accept(new Rejection("deals.csv", 9, "", "", Reason.BROKEN, new Text("\"", "кавычка \"")));
        }
        assertEquals("""
                file,line,column,value,code,reason
                deals.csv,7,amount,"1,5",not-a-number,не число
                deals.csv,9,,,broken,"кавычка ""\"
                """, text.toString().replace("\r\n", "\n"));
    }
}
