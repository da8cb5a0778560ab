using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Html;

/// <summary>Writes elements. All content is made visible and escaped here, so that none can become markup.</summary>
/// <remarks>Every element is closed and every attribute quoted: the page is XML as well, which lets any XML reader check it.</remarks>
internal sealed class HtmlPage(TextWriter writer)
{
    /// <summary>Opens an element.</summary>
    public void Open(string tag, string? cssClass = null) => Open(tag, cssClass, null, null);

    /// <summary>Opens an element with one attribute more.</summary>
    public void Open(string tag, string? cssClass, string? attribute, string? value)
    {
        writer.Write('<');
        writer.Write(tag);
        WriteAttribute("class", cssClass);
        if (attribute is not null)
        {
            WriteAttribute(attribute, value);
        }

        writer.Write('>');
    }

    /// <summary>Closes an element.</summary>
    public void Close(string tag)
    {
        writer.Write("</");
        writer.Write(tag);
        writer.Write('>');
    }

    /// <summary>Closes an element and ends the line, so that the source is readable too.</summary>
    public void CloseLine(string tag)
    {
        Close(tag);
        writer.Write('\n');
    }

    /// <summary>Writes an element with one line of text.</summary>
    public void Element(string tag, string? cssClass, string text)
    {
        Open(tag, cssClass);
        Text(text);
        Close(tag);
    }

    /// <summary>Writes one line of text.</summary>
    public void Text(string text) => Escaped(VisibleText.Line(text));

    /// <summary>Writes a text of several lines into an element that keeps line breaks.</summary>
    public void Lines(string text)
    {
        var first = true;
        foreach (var line in VisibleText.Lines(text))
        {
            writer.Write(first ? "" : "\n");
            Escaped(line);
            first = false;
        }
    }

    /// <summary>Writes markup that is constant.</summary>
    public void Constant(string markup) => writer.Write(markup);

    private void WriteAttribute(string name, string? value)
    {
        if (value is not null)
        {
            writer.Write(' ');
            writer.Write(name);
            writer.Write("=\"");
            Text(value);
            writer.Write('"');
        }
    }

    private void Escaped(string text)
    {
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny("&<>\"'"); next >= 0; next = rest.IndexOfAny("&<>\"'"))
        {
            writer.Write(rest[..next]);
            writer.Write(rest[next] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            rest = rest[(next + 1)..];
        }

        writer.Write(rest);
    }
}
