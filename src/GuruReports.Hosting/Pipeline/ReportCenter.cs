using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Pipeline.Requests;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Capturing;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>
/// The one place of a process where requests arrive and reports are made: several hosts in a process share it. It lives
/// from the first registration to the end of the process, with or without a host.
/// </summary>
internal sealed class ReportCenter
{
    private readonly ReportWays _ways;
    private readonly HostList _hosts = new();
    private readonly ReportRequests _requests = new();
    private readonly Gate _stop = new();
    private readonly Draining _draining;
    private readonly ReportWorker _worker;

    public ReportCenter(ReportWays ways)
    {
        _ways = ways;
        _draining = new Draining(_requests, _stop, ways.DrainLimit);
        _worker = new ReportWorker(ways, _hosts, _requests, _stop);
    }

    /// <summary>Gets the process's center.</summary>
    public static ReportCenter Instance { get; } = Start();

    /// <summary>Gets whether a report has been asked for since the process began.</summary>
    public bool HasBegun => _requests.HasBegun;

    /// <summary>Gets whether a report is being made.</summary>
    public bool IsReporting => !_requests.Between.IsOpen;

    /// <summary>Keeps descriptors for the next report where they have become few. Called each second; allocates nothing.</summary>
    public void KeepDescriptors()
    {
        _worker.KeepDescriptors();
        ThreadCapturer.Instance.KeepDescriptors();
    }

    /// <summary>Takes the settings that hold while no host is there.</summary>
    public void UseEarly(GuruMeditationOptions options) => _hosts.UseEarly(options);

    /// <summary>Takes what is done by a report that only waits for its snapshot.</summary>
    public void UseWait(IWaitingWork work) => _ways.WhileWaiting = work;

    /// <summary>Asks for a report at the destinations. Safe on the runtime's signal thread; never blocks, never throws.</summary>
    /// <param name="reason">Why, in the library's own words.</param>
    public void Request(string reason) => Request(reason, isForeign: false);

    /// <summary>Asks for a report at the destinations.</summary>
    /// <param name="reason">Why, in the words of somebody else.</param>
    public void RequestByCode(string reason) => Request(reason, isForeign: true);

    /// <summary>Makes a report for code, and waits for it.</summary>
    public Report Capture(string reason, TimeSpan? timeLimit = null, CancellationToken cancellation = default)
    {
        if (LibraryThread.IsCurrent)
        {
            throw new InvalidOperationException("A report is being made on this thread; it cannot make another one.");
        }

        // A running report may come first, so twice the time, and something for what comes after collecting.
        var limit = timeLimit ?? ((_hosts.Options.ReportTimeout * 2) + TimeSpan.FromSeconds(5));
        return Await(new CaptureRequest(reason, publish: false, limit), cancellation);
    }

    /// <summary>Makes a report at the destinations and waits until it is written; for a process that is about to end.</summary>
    public void RequestAndWait(string reason, TimeSpan limit)
    {
        var request = new CaptureRequest(reason, publish: true, limit);
        _draining.HurryUp(limit / 4);
        Await(request);
    }

    /// <summary>Takes what a host brings.</summary>
    /// <returns>The same, under a name that no other host has.</returns>
    public HostReports Add(HostReports host)
    {
        var named = _hosts.Add(host);
        _draining.Resume();
        return named;
    }

    public void Replace(HostReports host, HostReports by) => _hosts.Replace(host, by);

    /// <summary>Forgets a host. With the last one, a running report ends now with what it has, and is written.</summary>
    public void Remove(HostReports host)
    {
        if (_hosts.IsLast(host))
        {
            Drain();
        }

        _hosts.Remove(host);
    }

    /// <summary>Ends a running report early, with what it has, and gives it a moment to be written.</summary>
    /// <returns>Whether no report is running any more.</returns>
    public bool Drain()
    {
        var isDrained = _draining.Drain();
        _ways.Runner.KeepInBackground();
        return isDrained;
    }

    /// <summary>Waits for requests and answers them; for the center's thread, and for tests.</summary>
    internal bool TakeTurn() => _worker.TakeTurn();

    private static ReportCenter Start()
    {
        var center = new ReportCenter(new ReportWays());
        LibraryThread.TryStartLoop("guru-meditation", center.TakeTurn);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => center.Drain();
        return center;
    }

    private void Request(string reason, bool isForeign) => _requests.Add(reason, isForeign);

    private Report Await(CaptureRequest request, CancellationToken cancellation = default)
    {
        _requests.Add(request);
        return request.Wait(cancellation);
    }
}
