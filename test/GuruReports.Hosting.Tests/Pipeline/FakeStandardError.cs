using GuruReports.Hosting.Sinks;

namespace GuruReports.Hosting.Tests.Pipeline;

/// <summary>Standard error as a list of lines and reports.</summary>
internal sealed class FakeStandardError : IStandardError
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>Gets or sets what happens to each write.</summary>
    public Action<string> OnWrite { get; set; } = _ => { };

    public string LastReport { get; private set; } = "";

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public void Prepare()
    {
    }

    public string Write(RenderedReport report)
    {
        OnWrite(report.Text);
        LastReport = report.Text;
        return "standard error";
    }

    public void TryWriteLine(string line) => WriteLine(line);

    public void WriteLine(string line)
    {
        OnWrite(line);
        lock (_gate)
        {
            _lines.Add(line);
        }
    }
}
