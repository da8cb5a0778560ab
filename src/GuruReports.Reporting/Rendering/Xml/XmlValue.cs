using System.Globalization;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Xml;

/// <summary>One value of the model in XML: an element named after its shape.</summary>
internal static class XmlValue
{
    public static void Write(XmlPage xml, ReportValue value)
    {
        switch (value)
        {
            case ReportText text:
                xml.Element("text", text.Text);
                break;
            case ReportNumber number:
                xml.Start("number");
                xml.Attribute("unit", number.Unit);
                xml.Text(XmlPage.Number(number.Number));
                xml.End();
                break;
            case ReportBoolean truth:
                xml.Element("boolean", truth.Truth ? "true" : "false");
                break;
            case ReportSize size:
                xml.Element("bytes", size.Bytes.ToString(CultureInfo.InvariantCulture));
                break;
            case ReportDuration duration:
                xml.Element("seconds", XmlPage.Seconds(duration.Duration));
                break;
            case ReportTime time:
                xml.Element("time", Wording.Time(time.Time));
                break;
            case ReportSeries series:
                XmlSeries.Write(xml, series);
                break;
            case ReportUnknown unknown:
                xml.Element("unknown", unknown.Reason ?? "");
                break;
            default:
                WriteNested(xml, value);
                break;
        }
    }

    /// <summary>Writes the entries of a map.</summary>
    public static void WriteEntries(XmlPage xml, IReadOnlyList<ReportEntry> entries)
    {
        foreach (var entry in entries)
        {
            xml.Start("entry");
            xml.Attribute("name", entry.Name);
            xml.Attribute("remark", entry.Remark);
            Write(xml, entry.Value);
            xml.End();
        }
    }

    private static void WriteNested(XmlPage xml, ReportValue value)
    {
        switch (value)
        {
            case ReportMap map:
                xml.Start("map");
                WriteEntries(xml, map.Entries);
                xml.End();
                break;
            case ReportList list:
                xml.Start("list");
                WriteAll(xml, list.Items);
                xml.End();
                break;
            case ReportTable table:
                WriteTable(xml, table);
                break;
            case ReportTree tree:
                xml.Start("tree");
                WriteNodes(xml, tree.Roots);
                xml.End();
                break;
            case ReportStacks stacks:
                XmlStacks.Write(xml, stacks.Groups);
                break;
        }
    }

    private static void WriteTable(XmlPage xml, ReportTable table)
    {
        xml.Start("table");
        xml.Elements("column", table.Columns);
        foreach (var row in table.Rows)
        {
            xml.Start("row");
            WriteAll(xml, row);
            xml.End();
        }

        xml.End();
    }

    private static void WriteAll(XmlPage xml, IReadOnlyList<ReportValue> values)
    {
        foreach (var value in values)
        {
            Write(xml, value);
        }
    }

    private static void WriteNodes(XmlPage xml, IReadOnlyList<ReportTreeNode> nodes)
    {
        foreach (var node in nodes)
        {
            xml.Start("node");
            xml.Attribute("label", node.Label);
            WriteEntries(xml, node.Details);
            WriteNodes(xml, node.Children);
            xml.End();
        }
    }
}
