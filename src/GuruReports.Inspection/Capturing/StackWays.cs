using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Capturing;

/// <summary>Tries the ways of capturing, best first, and remembers those that do not work here.</summary>
internal sealed class StackWays
{
    private readonly (ThreadCaptureMethod Method, Func<IStackWay> Make)[] _ways;

    // By the method's number: the runtime has compiled a dictionary of that kind already, one of an enumeration it compiles first.
    private readonly Dictionary<int, IStackWay> _made = [];
    private readonly Dictionary<int, string> _broken = [];

    public StackWays(params (ThreadCaptureMethod Method, Func<IStackWay> Make)[] ways) => _ways = ways;

    /// <summary>Gets why there is no way at all; null where there are some.</summary>
    private string? None { get; init; }

    /// <summary>Gets the ways of this library.</summary>
    public static StackWays Default(Predicate<SelfCheckStep> fails) => RuntimeKind.IsNative
        ? new StackWays { None = $"they need CoreCLR; {RuntimeKind.NativeWords}" }
        : new StackWays(
            (ThreadCaptureMethod.InProcess, () => new InProcessWay(fails)),
            (ThreadCaptureMethod.DiagnosticsPort, () => new DiagnosticsPortWay(fails)));

    /// <summary>Captures by the first way that works; null, with the reasons, when none does.</summary>
    public CapturedStacks? Capture(ThreadCaptureOptions options, Deadline deadline, List<string> reasons, out ThreadCaptureMethod method)
    {
        foreach (var (name, make) in _ways)
        {
            if (options.Method is { } only && only != name)
            {
                continue;
            }

            if (_broken.TryGetValue((int)name, out var reason))
            {
                reasons.Add(reason);
                continue;
            }

            try
            {
                method = name;
                return Way(name, make).Capture(options, deadline);
            }
            catch (WayFailedException error)
            {
                reason = $"{Words(name)}: {error.Message}";
                reasons.Add(reason);
                if (error.IsLasting)
                {
                    _broken[(int)name] = reason;
                }
            }
        }

        if (None is not null)
        {
            reasons.Add(None);
        }
        else if (options.Method is ThreadCaptureMethod.Unavailable)
        {
            reasons.Add("the options ask for no stacks");
        }

        method = ThreadCaptureMethod.Unavailable;
        return null;
    }

    /// <summary>Gets the way of watching allocations; null where no way that has it was proven by a capture.</summary>
    public AllocationWay? Allocations
    {
        get
        {
            foreach (var way in _made.Values)
            {
                if (way.Allocations is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }

    private IStackWay Way(ThreadCaptureMethod name, Func<IStackWay> make)
    {
        if (!_made.TryGetValue((int)name, out var way))
        {
            _made[(int)name] = way = make();
        }

        return way;
    }

    private static string Words(ThreadCaptureMethod method) => method switch
    {
        ThreadCaptureMethod.InProcess => "in-process event session",
        ThreadCaptureMethod.DiagnosticsPort => "diagnostics port",
        _ => "no way",
    };
}
