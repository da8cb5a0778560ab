using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Recognises waits of the class library by the frames in which they block.</summary>
internal static class WaitRules
{
    private const string Threading = "System.Threading.";

    /// <summary>The wait at the innermost end of a stack; null when there is none. Of nested waits the outermost counts.</summary>
    public static WaitSite? Find(IReadOnlyList<ThreadFrame> frames, ClrModule core)
    {
        WaitSite? found = null;
        for (var i = 0; i < frames.Count; i++)
        {
            var type = frames[i].Method.Type;
            var name = type.Name ?? "";
            var inCore = type.Module == core;
            if (IsStub(frames[i].Method) || (inCore && IsCallOut(name)))
            {
                continue;
            }

            if (!inCore && found is null)
            {
                return null;
            }

            if (!inCore || !(name.StartsWith(Threading, StringComparison.Ordinal) || name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)))
            {
                break;
            }

            if (WaitCall.Find(WaitCalls.OnObjects, name.Replace('+', '.'), Written(frames[i].Method.Name ?? "")) is { Kind: var kind })
            {
                found = found?.Kind == kind
                    ? found with { Last = i }
                    : new WaitSite(kind, i, i, Wanted(kind), name) { Inner = found };
            }
            else if (Ends(name))
            {
                break;
            }
        }

        return found;
    }

    private static ObjectRoles Wanted(WaitKind kind) => kind switch
    {
        WaitKind.Lock => ObjectRoles.Lock,
        WaitKind.Task => ObjectRoles.Task,
        WaitKind.ReaderWriterLock => ObjectRoles.ReaderWriterLock,
        WaitKind.Semaphore => ObjectRoles.Semaphore,
        _ => ObjectRoles.None,
    };

    /// <summary>The call out of a method is made by a local function of it.</summary>
    private static string Written(string method) =>
        method.StartsWith('<') && method.IndexOf('>', StringComparison.Ordinal) is var end and > 0 ? method[1..end] : method;

    /// <summary>The runtime generates code between managed and native.</summary>
    public static bool IsStub(ClrMethod method) => method.Name?.StartsWith("IL_STUB", StringComparison.Ordinal) == true;

    /// <summary>Where the core library calls the system: from .NET 11 on its own wait subsystem does, innermost of all.</summary>
    private static bool IsCallOut(string type) => type.StartsWith("Interop+", StringComparison.Ordinal);

    /// <summary>What runs tasks and threads is where a wait's own frames end.</summary>
    private static bool Ends(string type) =>
        type is "System.Threading.ExecutionContext" || type == PoolEntries.Queues.FullName || type == TimerEntries.Queue.FullName
        || type.StartsWith(PoolEntries.Pool.FullName, StringComparison.Ordinal)
        || type.Contains("StateMachineBox", StringComparison.Ordinal);
}
