using System.Globalization;
using System.Xml;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Rendering.Xml;

/// <summary>Shows a report as one XML document, described by docs/report-schema/report.xsd. Names of the content stand in attributes, so that any name is allowed.</summary>
internal static class XmlRenderer
{
    /// <summary>The namespace of all elements.</summary>
    public const string Namespace = "urn:guru-reports:report:1";

    /// <summary>Writes the whole report; lines end in <c>\n</c>.</summary>
    public static void Render(Report report, TextWriter writer)
    {
        // Written by hand: the XML writer would name the encoding of the text writer, but destinations write UTF-8.
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(writer, Settings()))
        {
            WriteReport(new XmlPage(xml), report);
        }

        writer.Write('\n');
    }

    // Not kept: what is made when the tables are made would load the assembly for services that want another format.
    private static XmlWriterSettings Settings() => new()
    {
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        OmitXmlDeclaration = true,
    };

    private static void WriteReport(XmlPage xml, Report report)
    {
        xml.Start("report", Namespace);
        xml.Attribute("schemaVersion", Report.SchemaVersion.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("id", report.Id);
        xml.Attribute("reason", report.Reason);
        xml.Attribute("requests", report.Requests.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("createdAt", Wording.Time(report.CreatedAt));
        xml.Attribute("durationSeconds", XmlPage.Seconds(report.Duration));
        xml.Attribute("pausedSeconds", report.Paused is { } paused ? XmlPage.Seconds(paused) : null);
        xml.Attribute("collectorPausedSeconds", report.CollectorPaused is { } collector ? XmlPage.Seconds(collector) : null);
        WriteService(xml, report.Service);
        WriteFindings(xml, report.Findings);
        xml.Start("sections");
        foreach (var section in report.Sections)
        {
            WriteSection(xml, section);
        }

        xml.End();
        xml.Start("notes");
        xml.Elements("note", report.Notes);
        xml.End();
        xml.End();
    }

    private static void WriteService(XmlPage xml, ServiceIdentity service)
    {
        xml.Start("service");
        xml.Attribute("name", service.Name);
        xml.Attribute("version", service.Version);
        xml.Attribute("processId", service.ProcessId.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("machineName", service.MachineName);
        xml.Attribute("uptimeSeconds", XmlPage.Seconds(service.Uptime));
        xml.End();
    }

    private static void WriteFindings(XmlPage xml, IReadOnlyList<Finding> findings)
    {
        xml.Start("findings");
        foreach (var finding in findings)
        {
            xml.Start("finding");
            xml.Attribute("id", finding.Id);
            xml.Attribute("name", finding.Name);
            xml.Attribute("severity", Wording.Lower(finding.Severity));
            xml.Attribute("certainty", Wording.Lower(finding.Certainty));
            xml.Attribute("since", finding.Since is { } since ? Wording.Time(since) : null);
            xml.Attribute("weight", finding.Weight.ToString(CultureInfo.InvariantCulture));
            xml.Element("summary", finding.Summary);
            xml.Elements("evidence", finding.Evidence);
            xml.Element("advice", finding.Advice);
            xml.End();
        }

        xml.End();
    }

    private static void WriteSection(XmlPage xml, ReportSection section)
    {
        xml.Start("section");
        xml.Attribute("title", section.Title);
        xml.Attribute("host", section.Host);
        xml.Attribute("status", Wording.Lower(section.Status));
        xml.Attribute("durationSeconds", XmlPage.Seconds(section.Duration));
        xml.Element("reason", section.Reason);
        xml.Element("summary", section.Summary);
        if (section.Value is not null)
        {
            XmlValue.Write(xml, section.Value);
        }

        xml.End();
    }
}
