using System.Net;
using GuruReports.LibraryZoo.Servers;

namespace GuruReports.LibraryZoo;

/// <summary>HTTP/1.1 calls to servers that are silent, slow, deaf, or not there.</summary>
internal sealed class HttpState
{
    private const string Part = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\npart of it";
    private readonly RawServer _silent = new(reads: true, answer: null);
    private readonly RawServer _slow = new(reads: true, Part);
    private readonly RawServer _deaf = new(reads: false, answer: null);
    private readonly List<Task> _calls = [];
    private readonly List<object> _kept = [];
    private readonly HttpClient _few = new(new SocketsHttpHandler { MaxConnectionsPerServer = 3 });
    private readonly HttpClient _many = new(new SocketsHttpHandler());
    private readonly HttpClient _endless = new(new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly HttpClient _unconnected = new(new SocketsHttpHandler { ConnectCallback = static async (_, cancellation) => { await Task.Delay(-1, cancellation); return Stream.Null; } });

    public static async Task<object> EnterAsync()
    {
        var state = new HttpState();
        for (var i = 0; i < 8; i++)
        {
            state._calls.Add(state.AskStockAsync(i));
        }

        state._calls.Add(state.ReadCatalogAsync());
        state._calls.Add(state.ReadCatalogAsync());
        state._calls.Add(state.HoldAnswerAsync());
        await state.ForgetAnswerAsync();
        await state.ForgetAnswerAsync();
        state._calls.Add(state.UploadAsync());
        state._calls.Add(state.ConnectAsync());
        state._calls.Add(state.OpenVaultAsync());
        await state.AskNobodyAsync();
        state._silent.WaitFor(4);
        state._slow.WaitFor(5);
        state._deaf.WaitFor(1);
        return state;
    }

    private async Task AskStockAsync(int number) =>
        _kept.Add(await _few.GetAsync($"http://warehouse:{Planted.Secret}@127.0.0.1:{_silent.Port}/stock/{1000 + number}?token={Planted.Secret}")); // line: stock

    private async Task ReadCatalogAsync() => _kept.Add(await _many.GetStringAsync($"http://127.0.0.1:{_slow.Port}/catalog")); // line: catalog

    private async Task HoldAnswerAsync()
    {
        using var response = await _many.GetAsync($"http://127.0.0.1:{_slow.Port}/held", HttpCompletionOption.ResponseHeadersRead);
        await Task.Delay(-1); // line: held
    }

    // Neither read nor disposed of.
    private async Task ForgetAnswerAsync() => _kept.Add(await _many.GetAsync($"http://127.0.0.1:{_slow.Port}/forgotten", HttpCompletionOption.ResponseHeadersRead));

    private async Task UploadAsync() => _kept.Add(await _many.PutAsync($"http://127.0.0.1:{_deaf.Port}/upload", new ByteArrayContent(new byte[64 << 20]))); // line: upload

    private async Task ConnectAsync() => _kept.Add(await _unconnected.GetAsync("http://nowhere.invalid/connect")); // line: connect

    // Without a time limit, to a server that answers no handshake.
    private async Task OpenVaultAsync() => _kept.Add(await _endless.GetAsync($"https://127.0.0.1:{_silent.Port}/vault")); // line: vault

    private async Task AskNobodyAsync()
    {
        try
        {
            using var closed = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            await _many.GetAsync($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndPoint!).Port}/refused");
        }
        catch (HttpRequestException)
        {
            // What was refused is no longer in flight.
        }
    }
}
