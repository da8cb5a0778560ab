using System.Text;

namespace GuruReports.Hosting.Tests.Redaction.Corpus;

/// <summary>Splits a command line as a shell does: quotation marks and a backslash keep blanks.</summary>
internal static class ShellWords
{
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var inQuotes = false;
        var any = false;
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            if (character == '\\' && index + 1 < line.Length && line[index + 1] is ' ' or '"' or '\\')
            {
                word.Append(line[++index]);
            }
            else if (character == '"')
            {
                inQuotes = !inQuotes;
                any = true;
            }
            else if (character == ' ' && !inQuotes)
            {
                Flush();
            }
            else
            {
                word.Append(character);
            }
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0 || any)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            any = false;
        }
    }
}
