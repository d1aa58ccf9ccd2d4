// The one storage account: what the Functions host needs, the app's package, and everything that ScoreGuard keeps.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Makes names unique.')
@minLength(13)
param token string

@description('Redundancy of the account.')
param sku string

@description('Days for which deleted and overwritten blobs can be brought back.')
param blobRetentionDays int

@description('Log Analytics workspace that learns of writes to the queues.')
param logWorkspaceId string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'st${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    // Nobody holds a key of this account: identities only, so nothing can leak.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    // A workspace or an artefact that was overwritten or deleted by mistake can be brought back.
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: blobRetentionDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: blobRetentionDays
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for name in ['artefacts', 'workspaces', 'deployments']: {
    parent: blobs
    name: name
    properties: {
      publicAccess: 'None'
    }
  }
]

// Each deployment leaves a package behind that would be kept, and paid for, for ever. Versions of workspaces are small and stay: they
// are the history of the files. Their age would count from when they were written, not from when they were replaced, so that a rule could
// forget a file on the day after it was overwritten by mistake.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'forget-old-packages'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'deployments/'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: blobRetentionDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [
    blobs
  ]
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

// The host makes the poison queue when it first needs it; made here, it can be looked at before that.
resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for name in ['scoreguard-work', 'scoreguard-work-poison']: {
    parent: queues
    name: name
  }
]

// The alert on poison messages reads this log, which does not depend on the wording of the host.
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: queues
  name: 'queue-writes'
  properties: {
    workspaceId: logWorkspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
  }
}

@description('Name of the account.')
output accountName string = account.name

@description('Address of the blobs, ending in a slash.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of the queues, ending in a slash.')
output queueEndpoint string = account.properties.primaryEndpoints.queue

@description('Address of the tables, ending in a slash.')
output tableEndpoint string = account.properties.primaryEndpoints.table

@description('Container of the app\'s package.')
output deploymentContainer string = containers[2].name
