using System.Runtime.InteropServices;

namespace GuruReports.Hosting.Triggers;

/// <summary>One armed signal: rooted for the life of the process, because a finalized registration lets the next signal kill.</summary>
internal sealed class ArmedSignal(int number, string name, Action<string> request)
{
    /// <summary>Gets the signal's number.</summary>
    internal int Number { get; } = number;

    /// <summary>Gets the signal's name.</summary>
    internal string Name { get; } = name;

    /// <summary>Gets or sets what was registered with the runtime.</summary>
    internal PosixSignalRegistration? Registration { get; set; }

    /// <summary>Gets or sets whether the disposition below the runtime's handler cannot end the process.</summary>
    internal bool IsHarmlessWhenUnhandled { get; set; }

    /// <summary>Runs on the thread pool, for each signal that no other registration has cancelled before.</summary>
    internal void OnRegistered(PosixSignalContext context)
    {
        // Cancelling hides the signal from registrations made before this one, so it is done only where it must be.
        context.Cancel = !IsHarmlessWhenUnhandled;
        if (!SignalTakeover.IsActive)
        {
            Request();
        }
    }

    /// <summary>Asks for a report; never throws, because an exception here would end the process.</summary>
    internal void Request()
    {
        try
        {
            request(Name);
        }
        catch (Exception)
        {
            // Named boundary: native signal thread or runtime callback. A lost report is the lesser harm.
        }
    }
}
