using GuruReports.Hosting.Sinks;
using GuruReports.Reporting;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Sinks;

public sealed class ReportFileNameTests
{
    [Theory]
    [InlineData("fake-service", ReportFormat.Text, "fake-service_gurumeditation_20140101120000_7f3a-1.txt")]
    [InlineData("My.Service", ReportFormat.Json, "My.Service_gurumeditation_20140101120000_7f3a-1.json")]
    [InlineData("../../etc/passwd", ReportFormat.Xml, "-.-..-etc-passwd_gurumeditation_20140101120000_7f3a-1.xml")]
    [InlineData("heat api, engine", ReportFormat.Html, "heat-api--engine_gurumeditation_20140101120000_7f3a-1.html")]
    [InlineData("", ReportFormat.Text, "service_gurumeditation_20140101120000_7f3a-1.txt")]
    [InlineData("grün\0", ReportFormat.Text, "gr-n-_gurumeditation_20140101120000_7f3a-1.txt")]
    public void Of_ServiceName_BecomesAFileName(string service, ReportFormat format, string expected)
    {
        Assert.Equal(expected, ReportFileName.Of(Rendered.Report(service: service, format: format), attempt: 0));
    }

    [Fact]
    public void Of_LocalTime_IsWrittenInUtc()
    {
        var report = Rendered.Report() with { CreatedAt = new DateTimeOffset(2014, 1, 1, 14, 0, 0, TimeSpan.FromHours(2)) };

        Assert.StartsWith("fake-service_gurumeditation_20140101120000", ReportFileName.Of(report, 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("svc_gurumeditation_20140101120000_a-1.txt", true)]
    [InlineData("svc_gurumeditation_20140101120000", false)]
    [InlineData("svc_gurumeditation_2014010112000x_a-1.txt", false)]
    [InlineData("svc_gurumeditation_notes.txt", false)]
    [InlineData("other_gurumeditation_20140101120000_a-1.txt", false)]
    public void IsOf_Name_KnowsTheServicesOwn(string name, bool expected)
    {
        Assert.Equal(expected, ReportFileName.IsOf(name, ReportFileName.Prefix("svc")));
    }
}
