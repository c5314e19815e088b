import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openSender } from '../../src/rooms/webhooks/send.ts'
import { openTargets } from '../../src/rooms/webhooks/targets.ts'
import { useService } from '../support/use-service.ts'

const service = useService()

test.each([
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  // Other spellings of 127.0.0.1: fewer parts, octal, hexadecimal, with a dot behind it, in other digits and with other dots.
  'https://2130706433/',
  'https://017700000001/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://00000177.0.0.1/',
  'https://0x7f.0.0.1/',
  'https://0x7F.0x0.0x0.0x1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://127.0.0.1./',
  'https://0x7f000001./',
  'https://127.0.0.1%2e/',
  'https://１２７.０.０.１/',
  'https://①②⑦.⓪.⓪.①/',
  'https://127。0。0。1/',
  'https:127.0.0.1',
  'https:///127.0.0.1/',
  'https:\\\\127.0.0.1\\',
  ' https://127.0.0.1/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://hooks.localhost/',
  'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'https://metadata.google.internal/',
  'https://[::1]/',
  'https://[::]/',
  // IPv4 within IPv6: mapped, translated, compatible, NAT64 in both prefixes, 6to4, Teredo.
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[0:0:0:0:0:ffff:10.0.0.1]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::169.254.169.254]/',
  'https://[64:ff9b:1::1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001::1]/',
  'https://[2001:0:7f00:1::80ff:fffe]/',
  // Link-local, also with a zone; unique local, site-local, multicast, for documents, for benchmarks, discarded, ORCHID.
  'https://[fe80::1]/',
  'https://[fe80::1%25eth0]/',
  'https://[fe80::1%eth0]/',
  'https://[febf::1]/',
  'https://[fc00::1]/',
  'https://[fd00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[3fff::1]/',
  'https://[2001:2::1]/',
  'https://[100::1]/',
  'https://[2001:10::1]/',
  'https://[2001:20::1]/',
  'https://[5f00::1]/',
  // Private, link-local, of a carrier, this network, multicast, broadcast, for documents, for benchmarks, reserved.
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.64.0.1/',
  'https://100.127.255.255/',
  'https://0/',
  'https://0.0.0.0/',
  'https://0.1.2.3/',
  'https://224.0.0.1/',
  'https://239.255.255.255/',
  'https://255.255.255.255/',
  'https://192.0.0.1/',
  'https://192.0.2.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://198.18.0.1/',
  'https://198.19.255.255/',
  'https://192.88.99.1/',
  'https://240.0.0.1/',
  'http://93.184.215.14/',
  'ftp://93.184.215.14/',
  'wss://93.184.215.14/',
  'file:///etc/passwd',
  'https://me:secret@93.184.215.14/',
  'https://me@93.184.215.14/',
  'https://:secret@93.184.215.14/',
  'https://93.184.215.14@127.0.0.1/',
  'nothing',
  'https://example.invalid/a\r\nX: y',
  'https://exam\tple.invalid/',
])('%s is no target', async (url) => {
  const answer = await service.call('POST', '/v1/webhooks', { body: { url } })
  expect([answer.status, answer.body.code]).toEqual([422, 'target-not-allowed'])
})

test('a public address is one, and a name that nobody knows yet', async () => {
  for (const url of [
    'https://93.184.215.14/hook',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
    'https://hooks.example.invalid/',
  ])
    expect((await service.call('POST', '/v1/webhooks', { body: { url } })).status).toBe(201)
})

test('a name that changes its mind after it was looked at leads nowhere', async () => {
  let connections = 0
  const server = createServer((_, response) => response.end()).on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const told = ['93.184.215.14', '127.0.0.1', '127.0.0.1']
  const targets = openTargets([], async () => [told.shift() ?? '127.0.0.1'])
  const url = `https://rebinds.example.nl:${port}/`
  await targets.assertAllowed(url)
  const sender = openSender(targets)
  const outcome = await sender.send(url, { headers: {}, body: '{}' })
  await sender.close()
  server.close()

  expect([outcome.status, outcome.error, connections]).toEqual([
    null,
    'leads to an address that is not allowed',
    0,
  ])
})

test('a network of one’s own may be called over http, and nothing beside it', async () => {
  const targets = openTargets(['10.2.0.0/16', 'fd00:1::/32'])
  for (const url of [
    'http://10.2.3.4/',
    'http://[fd00:1::2]/',
    'https://10.2.3.4/',
    'http://[::ffff:10.2.3.4]/',
  ])
    await expect(targets.assertAllowed(url)).resolves.toBeUndefined()
  for (const url of [
    'http://10.3.0.1/',
    'http://[fd00:2::1]/',
    'http://93.184.215.14/',
    'http://hooks.example.invalid/',
  ])
    await expect(targets.assertAllowed(url)).rejects.toThrow()
})
