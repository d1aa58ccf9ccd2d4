using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Testing.Azurite;

namespace ScoreGuard.Storage.Tests.Azure.Tables;

/// <summary>Shared access signatures of the emulator's account, made as its documentation says.</summary>
internal static class AccountSignature
{
    /// <summary>Reading and listing tables and entities, for ever.</summary>
    public static string ReadOnlyTables()
    {
        const string Version = "2020-12-06";
        const string Expiry = "2099-01-01T00:00:00Z";
        // account, permissions, services, resource types, start, expiry, addresses, protocol, version, encryption scope
        var text = $"{AzuriteServer.Account}\nrl\nt\nsco\n\n{Expiry}\n\nhttps,http\n{Version}\n\n";
        var hash = HMACSHA256.HashData(Convert.FromBase64String(AzuriteServer.Key), Encoding.UTF8.GetBytes(text));
        var signature = Uri.EscapeDataString(Convert.ToBase64String(hash));
        return $"sv={Version}&ss=t&srt=sco&sp=rl&se={Uri.EscapeDataString(Expiry)}&spr=https,http&sig={signature}";
    }
}
