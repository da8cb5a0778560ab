using System.Text;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>Puts lines of text on a page: indents, wraps prose, colours. Nothing reaches the page that is not visible.</summary>
internal sealed class TextPage(TextWriter writer, TextLook look)
{
    private const int LeastWidth = 40;

    private const int WidestProse = 80;

    private const int WidestBanner = 72;

    private const string Space = "                                ";

    private const string BulletMark = "- ";

    private int _bullet = -1;

    /// <summary>Gets the width that lines keep to unless a name is longer.</summary>
    public int Width { get; } = Math.Max(look.Width, LeastWidth);

    /// <summary>Gets whether framework frames are shown one by one.</summary>
    public bool ShowFrameworkFrames => look.ShowFrameworkFrames;

    private int ProseWidth => Math.Min(Width, WidestProse);

    /// <summary>Writes the box around a title.</summary>
    public void Banner(string title)
    {
        const string edge = "====";
        var width = Math.Min(Width, WidestBanner);
        var line = new string('=', width);
        var inside = width - (2 * edge.Length);
        var visible = VisibleText.Line(title);
        var left = Math.Max(1, (inside - visible.Length) / 2);
        var right = Math.Max(1, inside - visible.Length - left);
        Line(0, line, Ink.Header);
        Line(0, $"{edge}{new string(' ', left)}{visible}{new string(' ', right)}{edge}", Ink.Header);
        Line(0, line, Ink.Header);
    }

    /// <summary>Writes an empty line.</summary>
    public void Blank() => writer.Write('\n');

    /// <summary>Puts a bullet before the next line, which is to stand two columns deeper.</summary>
    public void Bullet(int indent) => _bullet = indent;

    /// <summary>Writes one line.</summary>
    public void Line(int indent, string text, Ink ink = Ink.Plain) => Line(indent, text, ink, "");

    /// <summary>Writes one line whose beginning is coloured.</summary>
    public void Line(int indent, string lead, Ink ink, string rest)
    {
        if (_bullet >= 0)
        {
            Spaces(_bullet);
            writer.Write(BulletMark);
            indent -= _bullet + BulletMark.Length;
            _bullet = -1;
        }

        Spaces(indent);
        writer.Write(Open(ink));
        writer.Write(VisibleText.Line(lead));
        writer.Write(ink == Ink.Plain || !look.Colour ? "" : "\x1b[0m");
        writer.Write(VisibleText.Line(rest));
        writer.Write('\n');
    }

    /// <summary>Writes each line of a text, as it is.</summary>
    public void Lines(int indent, string text)
    {
        foreach (var line in VisibleText.Lines(text))
        {
            Line(line.Length == 0 ? 0 : indent, line);
        }
    }

    /// <summary>Writes prose, wrapped between words; further lines stand deeper.</summary>
    /// <param name="indent">The indent of the first line.</param>
    /// <param name="hanging">The indent of the others.</param>
    /// <param name="text">The text; its own line breaks stay.</param>
    /// <param name="leadLength">The length of the lead, which is never parted from the word behind it.</param>
    /// <param name="leadInk">The colour of the lead.</param>
    /// <param name="width">The width to keep to; null for that of sentences.</param>
    public void Prose(int indent, int hanging, string text, int leadLength = 0, Ink leadInk = Ink.Plain, int? width = null)
    {
        var room = width ?? ProseWidth;
        var (margin, lead) = (indent, leadLength);
        foreach (var line in VisibleText.Lines(text))
        {
            foreach (var piece in LineWrap.Wrap(line, lead, room - margin, room - hanging))
            {
                var length = Math.Min(lead, piece.Length);
                Line(margin, piece[..length], leadInk, piece[length..]);
                (margin, lead) = (hanging, 0);
            }
        }
    }

    /// <summary>Joins pieces into as few lines as fit the page.</summary>
    public void Run(int indent, int hanging, IEnumerable<string> pieces, string separator)
    {
        var line = new StringBuilder();
        var margin = indent;
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && margin + line.Length + separator.Length + piece.Length > Width)
            {
                Prose(margin, hanging + 2, line.ToString().TrimEnd(), width: Width);
                line.Clear();
                margin = hanging;
            }

            line.Append(line.Length == 0 ? "" : separator).Append(piece);
        }

        if (line.Length > 0)
        {
            Prose(margin, hanging + 2, line.ToString(), width: Width);
        }
    }

    private void Spaces(int count)
    {
        for (; count > 0; count -= Space.Length)
        {
            writer.Write(Space.AsSpan(0, Math.Min(count, Space.Length)));
        }
    }

    private string Open(Ink ink) => ink switch
    {
        _ when !look.Colour => "",
        Ink.Header => "\x1b[1m",
        Ink.Critical => "\x1b[1;31m",
        Ink.Warning => "\x1b[33m",
        _ => "",
    };
}
