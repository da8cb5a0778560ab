using System.Buffers;
using GuruReports.Hosting.Redaction.Forms;

namespace GuruReports.Hosting.Redaction.CommandLines;

/// <summary>Finds the secrets of command lines that a text quotes: <c>mysql -uroot -px</c>. Pure.</summary>
internal static class CommandTexts
{
    private const int LongestLine = 4096;

    private static readonly SearchValues<string> s_programs = SearchValues.Create([.. Programs.Names.Select(name => name + " -"), .. Programs.Names.Select(name => name + " login ")], StringComparison.Ordinal);

    /// <summary>Finds the secrets of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Takes what was found.</param>
    public static void Find(string text, SecretSpans spans)
    {
        for (var from = 0; from < text.Length && text.AsSpan(from).IndexOfAny(s_programs) is >= 0 and var hit;)
        {
            var start = from + hit;
            from = start + 1;
            if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '_'))
            {
                continue;
            }

            var line = text.AsSpan(start, Math.Min(LongestLine, text.Length - start));
            line = line.IndexOfAny('\n', '\r') is >= 0 and var end ? line[..end] : line;
            foreach (var command in ShellText.Commands(new Argument(line.ToString(), 0, start)).Take(1))
            {
                foreach (var secret in CommandParser.Find(command))
                {
                    spans.Add(secret.Start, secret.Length);
                }
            }

            from = start + line.Length;
        }
    }
}
