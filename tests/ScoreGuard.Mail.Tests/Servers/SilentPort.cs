using System.Net;
using System.Net.Sockets;

namespace ScoreGuard.Mail.Tests.Servers;

/// <summary>A port whose connections are never answered, as behind a firewall that drops them: its queue is full.</summary>
internal sealed class SilentPort : IDisposable
{
    private const int MoreThanItHolds = 4;

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> waiting = [];

    public SilentPort()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(backlog: 0);
        for (var one = 0; one < MoreThanItHolds; one++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            {
                Blocking = false,
            };
            waiting.Add(socket);
            try
            {
                socket.Connect(listener.LocalEndPoint!);
            }
            catch (SocketException underWay)
                when (underWay.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress) { }
        }
    }

    public int Number => ((IPEndPoint)listener.LocalEndPoint!).Port;

    /// <summary>A port that nobody listens at.</summary>
    public static int Closed()
    {
        using var unheard = new TcpListener(IPAddress.Loopback, 0);
        unheard.Start();
        var port = ((IPEndPoint)unheard.LocalEndpoint).Port;
        unheard.Stop();
        return port;
    }

    public void Dispose()
    {
        waiting.ForEach(socket => socket.Dispose());
        listener.Dispose();
    }
}
