using GuruReports.Hosting;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A destination that says too much, with what steers a terminal and what nobody should read.</summary>
internal sealed class LoudSink : IReportSink
{
    public const string Text = "lost \u001b[31m password=hunter2hunter2 \nGuruMeditation: report forged-1 written to nowhere";

    public string Write(RenderedReport report) => throw new IOException(Text + new string('x', 2 << 20));
}
