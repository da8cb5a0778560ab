#if GURU_REPORTING
namespace GuruReports.Reporting.Vocabulary;
#else
namespace GuruReports.Inspection.Vocabulary;
#endif

/// <summary>Names of the framework's types by which stacks are read, those of .NET 10 and 11: a name that a later one changes is changed here. Compiled into the report's library too.</summary>
internal static class FrameworkNames
{
    public const string Collector = "System.GC";

    public const string WaitHandle = "System.Threading.WaitHandle";

    public const string Process = "System.Diagnostics.Process";

    /// <summary>What the names of all types of the web server begin with.</summary>
    public const string WebServer = "Microsoft.AspNetCore.";

    /// <summary>What the names of the methods begin with in which a timer calls back.</summary>
    public const string TimerCall = "System.Threading.TimerQueueTimer.";

    /// <summary>What the names of the connections of the HTTP client begin with.</summary>
    public const string HttpConnections = "System.Net.Http.Http";

    /// <summary>What the names of the outermost frames of a thread begin with.</summary>
    public const string ThreadStart = "System.Threading.Thread.Start";

    /// <summary>What the names of the methods begin with by which the framework calls the system.</summary>
    public const string SystemCalls = "Interop.";

    /// <summary>What the name of the queue that consumers block on begins with.</summary>
    public const string BlockingQueue = "System.Collections.Concurrent.BlockingCollection<";

    /// <summary>The types in which threads wait for each other, or for a condition, and not for their next piece of work.</summary>
    public static readonly string[] Gatherings = ["System.Threading.Barrier", "System.Threading.CountdownEvent", "System.Threading.SpinWait"];

    /// <summary>What the names of the methods begin with in which code waits for what comes in next, from a socket, a pipe, a terminal.</summary>
    public static readonly string[] Incoming = ["Read", "Receive", "Accept", "Poll", "Select", "Peek"];

    /// <summary>What the name of the type of parallel loops begins with.</summary>
    public const string ParallelLoop = "System.Threading.Tasks.Parallel";

    public const string CompletionSource = "System.Threading.Tasks.TaskCompletionSource";

    public const string ValueTaskSourceCore = "System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore";

    /// <summary>What the names of types begin with that make code at run time.</summary>
    public static readonly string[] Compilers =
    [
        "System.Linq.Expressions.", "System.Reflection.Emit.", "System.Text.RegularExpressions.RegexCompiler", "System.Text.RegularExpressions.RegexLWCGCompiler",
        "System.Text.RegularExpressions.RegexFactory", "System.Xml.Serialization.", "System.Xml.Xsl.", "Microsoft.CodeAnalysis.", "System.Runtime.Loader.AssemblyLoadContext",
    ];

    /// <summary>How the runtime makes a thread wait for the static constructor of a type.</summary>
    public static readonly string[] InitializerWaits = ["System.Runtime.CompilerServices.StaticsHelpers", "System.Runtime.CompilerServices.InitHelpers"];

    /// <summary>What waits, runs and passes on for others: it says how a thread waits, not for what.</summary>
    public static readonly string[] Plumbing = ["System.Threading.", "System.Runtime.", "Interop", "Microsoft.Win32.", "System.Diagnostics.Tracing."];
}
