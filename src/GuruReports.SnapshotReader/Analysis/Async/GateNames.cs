namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>Tells pools and limiters by the names of their types: libraries of all kinds call them so.</summary>
internal static class GateNames
{
    private static readonly string[] s_gates = ["Pool", "Limiter", "Throttl", "Bulkhead"];
    private static readonly string[] s_others = ["ThreadPool", "ArrayPool", "MemoryPool", "StringPool", "BufferPool"];
    private static readonly string[] s_helpers = ["TaskCompletionSource", "Waiter", "Semaphore"];

    /// <summary>The type that declares an async method, by the name of its state machine.</summary>
    public static string Declaring(string machine) => machine.IndexOf("+<", StringComparison.Ordinal) is var at and > 0 ? machine[..at] : machine;

    /// <summary>Whether a type is called a pool or a limiter; not by its namespace or what it is a generic of.</summary>
    public static bool IsGate(string typeName)
    {
        var end = typeName.IndexOf('<', StringComparison.Ordinal);
        var name = end < 0 ? typeName : typeName[..end];
        var simple = name[(name.LastIndexOf('.') + 1)..];
        return Array.Exists(s_gates, word => simple.Contains(word, StringComparison.Ordinal)) && !Array.Exists(s_others, word => simple.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether a type only waits on behalf of others.</summary>
    public static bool IsHelper(string typeName) =>
        typeName.StartsWith("System.Threading.", StringComparison.Ordinal) || typeName.StartsWith("System.Runtime.", StringComparison.Ordinal) || typeName.StartsWith("Interop", StringComparison.Ordinal)
        || Array.Exists(s_helpers, word => typeName.Contains(word, StringComparison.Ordinal));
}
