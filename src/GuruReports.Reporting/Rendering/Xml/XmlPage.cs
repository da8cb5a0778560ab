using System.Globalization;
using System.Xml;

namespace GuruReports.Reporting.Rendering.Xml;

/// <summary>Writes elements and attributes; characters that XML cannot hold become visible escapes.</summary>
internal sealed class XmlPage(XmlWriter writer)
{
    private string _namespace = "";

    /// <summary>Begins an element and, with a namespace, declares it for all elements inside.</summary>
    public void Start(string name, string? declared = null)
    {
        _namespace = declared ?? _namespace;
        writer.WriteStartElement(name, _namespace);
    }

    /// <summary>Ends an element.</summary>
    public void End() => writer.WriteEndElement();

    /// <summary>Writes an attribute, unless the value is null.</summary>
    public void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteAttributeString(name, XmlText.Of(value));
        }
    }

    /// <summary>Writes an element with text, unless the text is null.</summary>
    public void Element(string name, string? text)
    {
        if (text is not null)
        {
            Start(name);
            Text(text);
            End();
        }
    }

    /// <summary>Writes an element for each text.</summary>
    public void Elements(string name, IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            Element(name, text);
        }
    }

    /// <summary>Writes text.</summary>
    public void Text(string text) => writer.WriteString(XmlText.Of(text));

    /// <summary>Returns a span of time as seconds.</summary>
    public static string Seconds(TimeSpan span) => Number(span.TotalSeconds);

    /// <summary>Returns a number in the form of <c>xs:double</c>.</summary>
    public static string Number(double number) => number switch
    {
        double.PositiveInfinity => "INF",
        double.NegativeInfinity => "-INF",
        _ => number.ToString("R", CultureInfo.InvariantCulture),
    };
}
