using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Recognises waits of the class library by the frames in which they block.</summary>
internal static class WaitRules
{
    private const string Threading = "System.Threading.";

    private static readonly (string Type, string Method, WaitKind Kind, ObjectRoles Wanted)[] s_rules =
    [
        ("System.Threading.Monitor", "Enter", WaitKind.Monitor, ObjectRoles.None),
        ("System.Threading.Monitor", "TryEnter", WaitKind.Monitor, ObjectRoles.None),
        ("System.Threading.Monitor", "Wait", WaitKind.MonitorWait, ObjectRoles.None),
        (LockEntries.Condition.FullName, "Wait", WaitKind.MonitorWait, ObjectRoles.None),
        ("System.Threading.Lock", "TryEnter", WaitKind.Lock, ObjectRoles.Lock),
        ("System.Threading.Lock", "Enter", WaitKind.Lock, ObjectRoles.Lock),
        ("System.Threading.Tasks.Task", "", WaitKind.Task, ObjectRoles.Task),
        ("System.Threading.Tasks.Task<", "", WaitKind.Task, ObjectRoles.Task),
        ("System.Threading.ReaderWriterLockSlim", "", WaitKind.ReaderWriterLock, ObjectRoles.ReaderWriterLock),
        ("System.Threading.SemaphoreSlim", "", WaitKind.Semaphore, ObjectRoles.Semaphore),
        ("System.Threading.ManualResetEventSlim", "Wait", WaitKind.Event, ObjectRoles.None),
        ("System.Threading.CountdownEvent", "Wait", WaitKind.Event, ObjectRoles.None),
        ("System.Threading.Barrier", "", WaitKind.Event, ObjectRoles.None),
        ("System.Threading.WaitHandle", "", WaitKind.WaitHandle, ObjectRoles.None),
        ("System.Threading.Thread", "Join", WaitKind.Join, ObjectRoles.None),
        ("System.Threading.Thread", "Sleep", WaitKind.Sleep, ObjectRoles.None),
        (ContextEntries.Registrations.FullName, "WaitForCallbackToComplete", WaitKind.Callback, ObjectRoles.None),
    ];

    /// <summary>The wait at the innermost end of a stack; null when there is none. Of nested waits the outermost counts.</summary>
    public static WaitSite? Find(IReadOnlyList<ClrStackFrame> frames, ClrModule core)
    {
        WaitSite? found = null;
        for (var i = 0; i < frames.Count; i++)
        {
            var type = frames[i].Method!.Type;
            var name = type.Name ?? "";
            var inCore = type.Module == core;
            if (IsStub(frames[i].Method!) || (inCore && IsCallOut(name)))
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

            if (Match(name, Written(frames[i].Method!.Name ?? "")) is { } rule)
            {
                found = found is null
                    ? new WaitSite(rule.Kind, i, i, rule.Wanted, name)
                    : Outer(found, rule, i, name);
            }
            else if (Ends(name))
            {
                break;
            }
        }

        return found;
    }

    private static WaitSite Outer(WaitSite inner, (string, string, WaitKind Kind, ObjectRoles Wanted) rule, int index, string type) =>
        rule.Kind == inner.Kind
            ? inner with { Last = index }
            : new WaitSite(rule.Kind, index, index, rule.Wanted, type) { Inner = inner };

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

    private static (string, string, WaitKind Kind, ObjectRoles Wanted)? Match(string type, string method)
    {
        foreach (var rule in s_rules)
        {
            var same = rule.Type.EndsWith('<') ? type.StartsWith(rule.Type, StringComparison.Ordinal) && !type.Contains('+', StringComparison.Ordinal) : type == rule.Type;
            if (same && method.StartsWith(rule.Method, StringComparison.Ordinal) && !IsRunning(type, method))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Methods of Task that execute it rather than wait for it.</summary>
    private static bool IsRunning(string type, string method) =>
        type.StartsWith("System.Threading.Tasks.Task", StringComparison.Ordinal)
        && (method.StartsWith("Execute", StringComparison.Ordinal) || method.StartsWith("InnerInvoke", StringComparison.Ordinal)
            || method.StartsWith("RunContinuations", StringComparison.Ordinal) || method.StartsWith("FinishContinuations", StringComparison.Ordinal)
            || method.StartsWith("TrySet", StringComparison.Ordinal) || method.StartsWith("Finish", StringComparison.Ordinal));
}
