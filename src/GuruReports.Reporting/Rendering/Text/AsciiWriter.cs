using System.Globalization;
using System.Text;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Writes text for a terminal that shows ASCII only: what pictures and marks are made of in its own signs, all else by its number.</summary>
internal sealed class AsciiWriter(TextWriter writer) : TextWriter(CultureInfo.InvariantCulture)
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string Levels = "_.-:=+*#";

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        if (char.IsAscii(value))
        {
            writer.Write(value);
            return;
        }

        var height = Blocks.IndexOf(value, StringComparison.Ordinal);
        if (height >= 0)
        {
            writer.Write(Levels[height]);
            return;
        }

        writer.Write(value switch
        {
            '→' => "->",
            '←' => "<-",
            '…' => "...",
            '×' => "x",
            '·' => "?",
            '│' or '├' => "|",
            '─' => "-",
            '└' => "`",
            '–' or '—' => "-",
            'µ' => "u",
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)value:x4}"),
        });
    }
}
