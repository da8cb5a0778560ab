namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Keeps the parameters of a method together with its name where a line is wrapped, so that a name can be searched for.</summary>
internal static class Signatures
{
    // Stands for a space that no line ends at; never in a text that comes here, since control characters are made visible before.
    private const char Glue = '\u0001';
    private const int Longest = 100;

    /// <summary>Returns the line with the spaces inside parameter lists made unbreakable; the same length.</summary>
    /// <param name="line">The line.</param>
    public static string Glued(string line)
    {
        char[]? glued = null;
        for (var open = line.IndexOf('(', StringComparison.Ordinal); open >= 0; open = line.IndexOf('(', open + 1))
        {
            if (open == 0 || !IsName(line[open - 1]) || CloseOf(line, open) is not (> 0 and var close) || close - open > Longest)
            {
                continue;
            }

            glued ??= line.ToCharArray();
            glued.AsSpan(open, close - open).Replace(' ', Glue);
        }

        return glued is null ? line : new string(glued);
    }

    /// <summary>Gives the spaces back.</summary>
    /// <param name="line">A line, or a part of one.</param>
    public static string Plain(string line) => line.Replace(Glue, ' ');

    private static bool IsName(char character) => char.IsLetterOrDigit(character) || character is '>' or '_';

    private static int CloseOf(string line, int open)
    {
        var depth = 0;
        for (var at = open; at < line.Length; at++)
        {
            depth += line[at] == '(' ? 1 : line[at] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
