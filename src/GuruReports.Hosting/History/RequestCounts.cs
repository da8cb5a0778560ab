using System.Diagnostics.Metrics;

namespace GuruReports.Hosting.History;

/// <summary>
/// Counts the requests that a server begins and ends, by the instrument in which it tells them. Listening to it costs each request something
/// unless somebody else listens already: so it does where that is so, and where it is asked to.
/// </summary>
internal sealed class RequestCounts
{
    // The name is that of OpenTelemetry's conventions, and so the same for every server.
    private const string Instrument = "http.server.active_requests";

    private long _begun;
    private long _ended;
    private bool _hasBegunLast;
    private int _hasBegun;
    private volatile bool _isCounting;

    /// <summary>Gets those of the process.</summary>
    public static RequestCounts Shared { get; } = new();

    /// <summary>Gets how many have begun since they were counted; null while they are not.</summary>
    public long? Begun => _isCounting ? Interlocked.Read(ref _begun) : null;

    /// <summary>Gets how many have ended; null while they are not counted.</summary>
    public long? Ended => _isCounting ? Interlocked.Read(ref _ended) : null;

    /// <summary>Gets whether the last that happened was that one began: while none ends, it waits for its answer.</summary>
    public bool HasBegunLast => Volatile.Read(ref _hasBegunLast);

    /// <summary>Begins to listen, once. Runs code of whoever makes instruments: not on a thread that must go on.</summary>
    /// <param name="isWanted">Whether to count also where nobody else listens.</param>
    /// <returns>What listens, which the list of all listeners keeps; null where something does already.</returns>
    public MeterListener? Begin(bool isWanted)
    {
        if (Interlocked.Exchange(ref _hasBegun, 1) != 0)
        {
            return null;
        }

        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument is UpDownCounter<long> { Name: Instrument } && (isWanted || instrument.Enabled))
                {
                    listening.EnableMeasurementEvents(instrument);
                    _isCounting = true;
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, change, _, _) => Count(change > 0));
        listener.Start();
        return listener;
    }

    private void Count(bool isBeginning)
    {
        Interlocked.Increment(ref isBeginning ? ref _begun : ref _ended);
        Volatile.Write(ref _hasBegunLast, isBeginning);
    }
}
