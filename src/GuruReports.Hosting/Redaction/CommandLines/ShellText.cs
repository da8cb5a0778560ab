namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>Takes a line of a shell apart into commands and their words. Pure.</summary>
internal static class ShellText
{
    private const int MostWords = 512;

    /// <summary>Returns the commands of a script.</summary>
    /// <param name="script">The script.</param>
    public static List<List<Argument>> Commands(Argument script)
    {
        var commands = new List<List<Argument>> { new() };
        var text = script.Text;
        var words = 0;
        for (var at = 0; at < text.Length && words < MostWords;)
        {
            if (text[at] is ';' or '|' or '&' or '\n' or '(' or ')' or '{' or '}')
            {
                commands.Add([]);
                at++;
            }
            else if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else
            {
                var end = WordEnd(text, at);
                commands[^1].Add(Word(script, at, end));
                words++;
                at = end;
            }
        }

        return commands;
    }

    private static int WordEnd(string text, int at)
    {
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'')
            {
                quote = text.IndexOf(character, at + 1) < 0 ? '\0' : character;
            }
            else if (character == '\\' && at + 1 < text.Length)
            {
                at++;
            }
            else if (char.IsWhiteSpace(character) || character is ';' or '|' or '\n' || (character == '&' && !IsInUrl(text, at)))
            {
                break;
            }
        }

        return Math.Min(at, text.Length);
    }

    private static bool IsInUrl(string text, int at) => at + 1 < text.Length && char.IsLetter(text[at + 1]) && at > 0 && !char.IsWhiteSpace(text[at - 1]);

    private static Argument Word(Argument script, int start, int end)
    {
        var isQuoted = end - start > 1 && script.Text[start] is '"' or '\'' && script.Text[end - 1] == script.Text[start];
        var from = isQuoted ? start + 1 : start;
        return new Argument(script.Text[from..(isQuoted ? end - 1 : end)], script.Source, script.Offset + from);
    }
}
