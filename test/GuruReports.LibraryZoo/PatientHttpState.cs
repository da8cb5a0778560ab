using GuruReports.LibraryZoo.Servers;

namespace GuruReports.LibraryZoo;

/// <summary>A call without a time limit to a server that is silent: no object keeps the time when it began.</summary>
internal sealed class PatientHttpState
{
    private readonly RawServer _silent = new(reads: true, answer: null);
    private readonly HttpClient _patient = new(new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<Task> _calls = [];

    public static Task<object> EnterAsync()
    {
        var state = new PatientHttpState();
        state._calls.Add(state.AskAsync());
        state._silent.WaitFor(1);
        return Task.FromResult<object>(state);
    }

    private async Task AskAsync() => GC.KeepAlive(await _patient.GetAsync($"http://127.0.0.1:{_silent.Port}/patient"));
}
