package norma.server.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a password: typed twice and not shown, or as the first line of the standard input. Never an argument: others see those. */
final class PasswordPrompt {

    private final NormaCommand root;

    PasswordPrompt(NormaCommand root) {
        this.root = root;
    }

    char[] ask(String name) throws IOException {
        if (!root.shell.inIsTerminal()) return line();
        Console console = System.console();
        if (console == null)
            throw new Refusal(
                    "the password would show while it is typed: do not redirect the output",
                    "пароль был бы виден при вводе: не перенаправляйте вывод");
        return typed(console, name);
    }

    private char[] line() throws IOException {
        String line = new BufferedReader(new InputStreamReader(root.shell.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null) throw none();
        return line.toCharArray();
    }

    private char[] typed(Console console, String name) {
        char[] once = console.readPassword("%s", root.say("Password for " + name + ": ", "Пароль для " + name + ": "));
        char[] again = console.readPassword("%s", root.say("The same again: ", "Ещё раз: "));
        if (once == null || again == null) throw none();
        if (!Arrays.equals(once, again))
            throw new Refusal("the two are not the same; nothing was changed", "пароли не совпали; ничего не изменено");
        return once;
    }

    private static Refusal none() {
        return new Refusal(
                "no password was given: type it, or send it as the first line of the standard input",
                "пароль не указан: введите его или передайте первой строкой стандартного ввода");
    }
}
