using GuruReports.Hosting;
using GuruReports.Reporting.Model;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A section whose title blocks.</summary>
internal sealed class UntitledGenerator : IReportGenerator
{
    public string Title
    {
        get
        {
            Thread.Sleep(Timeout.Infinite);
            return "";
        }
    }

    public ReportSection Generate(ReportContext context) => new() { Title = "", Value = new ReportText("it is made all the same") };
}
