using System.Text.RegularExpressions;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.ThreadZoo;

/// <summary>Compares a capture with what is known of the exhibits.</summary>
internal static class Inspector
{
    public static List<string> Compare(List<Exhibit> exhibits, ThreadCapture capture, bool lines, bool deep)
    {
        var failures = new List<string>();
        var byName = new Dictionary<string, CapturedThread>();
        foreach (var thread in capture.Threads)
        {
            byName.TryAdd(thread.Name ?? "", thread);
        }

        foreach (var exhibit in exhibits)
        {
            if (!byName.TryGetValue(exhibit.Name, out var thread))
            {
                failures.Add($"{Show(exhibit.Name)}: missing");
                continue;
            }

            foreach (var failure in Compare(exhibit, thread, lines, deep))
            {
                failures.Add($"{Show(exhibit.Name)}: {failure}");
            }
        }

        if (!capture.Threads.Any(thread => thread is { ManagedThreadId: null, State: ThreadActivity.InSystemCall, StateDetail: "in pause()", Frames.Count: 0 }))
        {
            failures.Add("native thread: missing");
        }

        return failures;
    }

    private static IEnumerable<string> Compare(Exhibit exhibit, CapturedThread thread, bool lines, bool deep)
    {
        var frame = exhibit.IsEmitted ? thread.Frames.FirstOrDefault(code => code.Owner is CodeOwner.Package) : thread.TopUserFrame;
        if (frame is null || (deep ? frame.Method != exhibit.Frame : Bare(frame.Method) != Bare(exhibit.Frame)))
        {
            yield return $"frame is {frame?.Method ?? "none"}, expected {exhibit.Frame}";
        }
        else if (frame.Kind != exhibit.Kind)
        {
            yield return $"kind is {frame.Kind}, expected {exhibit.Kind}";
        }

        // Both look at their condition again and again; in between they run.
        var looksAgain = exhibit.Name is "spin until" or "barrier";
        if (thread.State != exhibit.State && !(looksAgain && thread.State == ThreadActivity.Running))
        {
            yield return $"state is {thread.State} ({thread.StateDetail}), expected {exhibit.State}";
        }

        if (!thread.IsBackground.GetValueOrDefault() || thread.IsThreadPool || thread.Role != ThreadRole.User || thread.CpuTime is null)
        {
            yield return $"background {thread.IsBackground}, pool {thread.IsThreadPool}, role {thread.Role}, CPU {thread.CpuTime}";
        }

        if (thread.FramesTruncated != (exhibit.Name == "too deep"))
        {
            yield return $"truncated is {thread.FramesTruncated} with {thread.Frames.Count} frames";
        }

        if (lines && exhibit.Line > 0 && !exhibit.IsEmitted && frame?.Line != exhibit.Line)
        {
            yield return $"line is {frame?.File}:{frame?.Line}, expected {exhibit.Line}";
        }

        if (deep && exhibit.Recorded is { } recorded)
        {
            var sampled = thread.Frames.Select(one => Plain(one.Method)).SkipWhile(name => name != exhibit.Frame).ToList();
            var expected = recorded.Select(Plain).Take(thread.FramesTruncated ? sampled.Count : recorded.Count).ToList();
            if (!sampled.SequenceEqual(expected))
            {
                yield return $"stack of {sampled.Count} differs from the {recorded.Count} recorded: {string.Join(" < ", sampled)} | {string.Join(" < ", expected)}";
            }
        }
    }

    // A thread sees its generic methods without their arguments; the capture sees them.
    private static string Plain(string method) => Regex.Replace(method, "<[^()]*>\\(", "(");

    // The diagnostics port tells methods, but not with which arguments they were made.
    private static string Bare(string method)
    {
        string before;
        do
        {
            before = method;
            method = Regex.Replace(method, "<[^<>]*>", "");
        }
        while (method != before);

        return method;
    }

    private static string Show(string name) => name.Length > 40 ? name[..40] : name.ReplaceLineEndings(" ");
}
